import assert = require('node:assert');
import nodeTest = require('node:test');
import iks = require('iks-emulator');

nodeTest.test('an emulator of its own, with types', async () => {
  await using emulator: iks.OwnEmulator = await iks.startEmulator({ speed: 'instant' });
  await using account = await emulator.accounts.create({ vlanPolicy: 'require', clusterQuota: 3 });
  const { transitions } = await account.clock.settle('all');
  const kinds: string[] = transitions.map(({ kind }) => kind);
  const settings: iks.Schemas['Account'] = await account.read();
  assert.strictEqual(settings.clusterQuota, 3);
  assert.strictEqual(kinds.length, 0);
  // @ts-expect-error: a span of time is a text
  await assert.rejects(account.clock.advance(25), (error) => error instanceof iks.EmulatorError && error.status === 400);
});
