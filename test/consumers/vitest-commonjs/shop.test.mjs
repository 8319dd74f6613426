import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from './shop.js';

const emulator = connect();
let account;

beforeEach(async () => {
  account = await emulator.accounts.create({ speed: 1 });
});
afterEach(() => account.delete());

const createCluster = (name) =>
  account.fetch('/v1/clusters', { method: 'POST', body: JSON.stringify({ name, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 }) });

test('a cluster is normal after 25 minutes', async () => {
  expect((await createCluster('shop')).status).toBe(201);
  await account.clock.advance('25m');
  const cluster = await (await account.fetch('/v1/clusters/shop')).json();
  expect(cluster.state).toBe('normal');
});

test('its name is taken, but only in this account', async () => {
  expect((await createCluster('shop')).status).toBe(201);
  expect((await createCluster('shop')).status).toBe(409);
});
