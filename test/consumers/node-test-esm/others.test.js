import { deepStrictEqual } from 'node:assert';
import { test } from 'node:test';
import { connectEmulator } from 'iks-emulator';

const emulator = connectEmulator();

test('what other test files create is not seen', async () => {
  const account = await emulator.accounts.create();
  const clusters = await (await account.fetch('/v1/clusters')).json();
  deepStrictEqual(clusters, []);
  await account.delete();
});
