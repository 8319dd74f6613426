import { expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import { journalOf } from '../journal/support.js';
import { sendRaw, sharedServer } from './sockets.js';
import { faultsOf } from './support.js';

const emulator = await connectEmulator();

test.each([
  [{ type: 'error', error: 'internal' }, 500],
  [{ type: 'rate-limited' }, 429],
  [{ type: 'latency', for: '1ms' }, 201],
  [{ type: 'drop' }, null],
  [{ type: 'commit-then-drop' }, null],
  [{ type: 'truncated' }, 201],
])('%j is marked in the journal, with what came of it: %p', async (effect, status) => {
  const account = await emulator.account();
  const { id } = await faultsOf(emulator, account).arm({ effect, when: { first: 1 } });
  const order = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };
  await sendRaw(sharedServer(), account, 'POST', '/v1/clusters', order);
  await account.get('/v1/clusters');
  const { entries } = await journalOf(emulator, account).read({ operation: '*Cluster*' });
  const seen = entries.map(({ operationId, status: code, fault }) => ({ operationId, status: code, fault }));
  expect(seen).toEqual([
    { operationId: 'createCluster', status, fault: { id, effect } },
    { operationId: 'getClusters', status: 200, fault: null },
  ]);
});
