import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { freshName } from './support.js';

/**
 * A call that takes a second connection while its transaction holds one waits for itself here; with more connections
 * as many such calls at once would do that.
 */
const emulator = await startEmulator({ poolSize: 1 });

const control = (account: TestAccount, path: string, body?: unknown) =>
  emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/${path}`, body });

describe('one connection to the database is enough', () => {
  test('to reset an account', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(await control(account, 'reset')).toMatchObject({ status: 200, body: { removed: { clusters: 1 } } });
  });

  test('to fill an account from a seed', async () => {
    const account = await emulator.account();
    const seeded = await control(account, 'seed', { reset: true, clusters: [{ name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' }] });
    expect(seeded).toMatchObject({ status: 200, body: { clusters: [{ state: 'normal' }] } });
  });

  test('to save a snapshot, to restore it and to fork it', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect((await control(account, 'snapshots', { name: 'base' })).status).toBe(201);
    expect((await control(account, 'snapshots/base/restore')).status).toBe(200);
    expect((await control(account, 'snapshots/base/fork', { name: freshName() })).status).toBe(201);
  });
});
