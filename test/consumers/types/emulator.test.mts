import { rejects, strictEqual } from 'node:assert';
import { test } from 'node:test';
import { EmulatorError, type OwnEmulator, type Schemas, startEmulator } from 'iks-emulator';

test('an emulator of its own, with types', async () => {
  await using emulator: OwnEmulator = await startEmulator({ speed: 'instant' });
  await using account = await emulator.accounts.create({ vlanPolicy: 'require', clusterQuota: 3 });
  const { transitions } = await account.clock.settle('all');
  const kinds: string[] = transitions.map(({ kind }) => kind);
  const settings: Schemas['Account'] = await account.read();
  strictEqual(settings.clusterQuota, 3);
  strictEqual(kinds.length, 0);
  // @ts-expect-error: a span of time is a text
  await rejects(account.clock.advance(25), (error) => error instanceof EmulatorError && error.status === 400);
});
