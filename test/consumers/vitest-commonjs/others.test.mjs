import { expect, test } from 'vitest';
import { connect } from './shop.js';

const emulator = connect();

test('what other test files create is not seen', async () => {
  const account = await emulator.accounts.create();
  const clusters = await (await account.fetch('/v1/clusters')).json();
  expect(clusters).toEqual([]);
  await account.delete();
});
