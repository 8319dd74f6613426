import { startEmulator } from 'iks-emulator';

let emulator;

/** One emulator for all test files, which find it in IKS_EMULATOR_URL. */
export async function setup() {
  emulator = await startEmulator();
  process.env.IKS_EMULATOR_URL = emulator.url;
}

export async function teardown() {
  await emulator.stop();
}
