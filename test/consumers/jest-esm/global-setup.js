import { startEmulator } from 'iks-emulator';

/** One emulator for all test files, which find it in IKS_EMULATOR_URL. */
export default async function startOne() {
  globalThis.emulator = await startEmulator();
  process.env.IKS_EMULATOR_URL = globalThis.emulator.url;
}
