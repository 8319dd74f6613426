import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from '@jest/globals';
import type { operations } from '../../src/client/openapi.js';
import { connectEmulator } from '../../src/index.js';

/** Takes every request, and keeps which it was. */
const requests: string[] = [];
const server = createServer(({ method, url }, response) => {
  requests.push(`${method ?? ''} ${url ?? ''}`);
  response.setHeader('content-type', 'application/json').end('{}');
});
await once(server.listen(0, '127.0.0.1'), 'listening');
afterAll(() => void server.close());

const emulator = connectEmulator({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
const account = emulator.account('shop');
const file = { format: 'iks-emulator snapshot', version: 1, takenAt: '', frozen: false, account: {}, tables: {} } as const;

/** How each operation of the control API is reached; one that is missing here does not compile. */
const calls: Readonly<Record<keyof operations, () => Promise<unknown>>> = {
  getEnvironment: () => emulator.env('terraform'),
  getCoverage: () => emulator.coverage({ operation: 'createCluster' }),
  listAccounts: () => emulator.accounts.list(),
  createAccount: () => emulator.accounts.create({ name: 'shop' }),
  getAccount: () => account.read(),
  updateAccount: () => account.update({ speed: 'instant' }),
  deleteAccount: () => account.delete(),
  resetAccount: () => account.reset(),
  getClock: () => account.clock.read(),
  advanceClock: () => account.clock.advance('25m'),
  settleClock: () => account.clock.settle('next'),
  changeClock: () => account.clock.change({ speed: 1 }),
  freezeClock: () => account.clock.freeze(),
  unfreezeClock: () => account.clock.unfreeze(),
  explainResource: () => account.explain('shop'),
  seedAccounts: () => emulator.seed({ accounts: { shop: {} } }),
  seedAccount: () => account.seed('clusters: []'),
  listFaults: () => account.faults.list(),
  armFault: () => account.faults.add({ effect: { type: 'error', error: 'internal' } }),
  disarmFaults: () => account.faults.clear(),
  getFault: () => account.faults.read('fault-1'),
  disarmFault: () => account.faults.remove('fault-1'),
  getJournal: () => account.journal.find({ operation: 'createCluster', status: 201, body: { name: 'shop' } }),
  clearJournal: () => account.journal.clear(),
  markJournal: () => account.journal.mark('test-1'),
  streamJournal: () => account.journal.follow({ after: 'test-1' }),
  listApiKeys: () => account.apiKeys.list(),
  createApiKey: () => account.apiKeys.create({ roles: ['viewer'] }),
  revokeApiKey: () => account.apiKeys.revoke('ApiKey-1'),
  orderVlan: () => account.vlans.order({ zone: 'dal10', type: 'public' }),
  listSnapshots: () => account.snapshots.list(),
  saveSnapshot: () => account.snapshots.import('base', file),
  getSnapshot: () => account.snapshots.export('base'),
  deleteSnapshot: () => account.snapshots.delete('base'),
  restoreSnapshot: () => account.snapshots.restore('base'),
  forkSnapshot: () => account.snapshots.fork('base', 'other'),
  diffSnapshot: () => account.snapshots.diff('base', { with: 'later' }),
};

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
const { paths } = JSON.parse(await readFile(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')) as { paths: Paths };
const ofControlApi = Object.entries(paths)
  .filter(([path]) => path.startsWith('/_emulator'))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => ({ operationId, method: method.toUpperCase(), path })));

test.each(ofControlApi)('$operationId is reached through the client: $method $path', async ({ operationId, method, path }) => {
  requests.length = 0;
  await calls[operationId as keyof operations]();
  expect(requests).toEqual([expect.stringMatching(new RegExp(`^${method} ${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?|$)`))]);
});
