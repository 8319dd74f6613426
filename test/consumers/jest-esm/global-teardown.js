export default async function stopIt() {
  await globalThis.emulator.stop();
}
