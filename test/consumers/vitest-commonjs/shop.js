const { connectEmulator } = require('iks-emulator');

/** Waits for a cluster as a program under test does, in CommonJS. */
module.exports = { connect: connectEmulator };
