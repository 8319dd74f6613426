import { strictEqual } from 'node:assert';
import { afterEach, beforeEach, test } from 'node:test';
import { connectEmulator } from 'iks-emulator';

const emulator = connectEmulator();
let account;

beforeEach(async () => {
  account = await emulator.accounts.create({ speed: 1 });
});
afterEach(() => account.delete());

const createCluster = (name) =>
  account.fetch('/v1/clusters', { method: 'POST', body: JSON.stringify({ name, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 }) });

test('a cluster is normal after 25 minutes', async () => {
  strictEqual((await createCluster('shop')).status, 201);
  await account.clock.advance('25m');
  const cluster = await (await account.fetch('/v1/clusters/shop')).json();
  strictEqual(cluster.state, 'normal');
});

test('its name is taken, but only in this account', async () => {
  strictEqual((await createCluster('shop')).status, 201);
  strictEqual((await createCluster('shop')).status, 409);
});
