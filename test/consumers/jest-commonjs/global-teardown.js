module.exports = async function stopIt() {
  await globalThis.emulator.stop();
};
