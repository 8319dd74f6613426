const { startEmulator } = require('iks-emulator');

/** One emulator for all test files, which find it in IKS_EMULATOR_URL. */
module.exports = async function startOne() {
  globalThis.emulator = await startEmulator();
  process.env.IKS_EMULATOR_URL = globalThis.emulator.url;
};
