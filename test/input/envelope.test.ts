import { expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';

/** R303: every refusal of the container API comes in one envelope, whoever notices what is wrong. */
const emulator = await connectEmulator();
const limited = await emulator.account({ requestQuota: 1, clusterQuota: 0 });

const cluster = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };

test.each([
  [400, 'POST', '/v1/clusters', {}, {}],
  [401, 'GET', '/v1/clusters', undefined, { authorization: 'Bearer wrong' }],
  [403, 'POST', '/v1/clusters', cluster, {}],
  [404, 'GET', '/v1/clusters/nobodys', undefined, {}],
  [405, 'PATCH', '/v1/clusters', undefined, {}],
  [409, 'POST', '/v1/clusters', cluster, {}],
  [413, 'POST', '/v1/clusters', `{"name": "${'x'.repeat(1_100_000)}"}`, {}],
  [415, 'POST', '/v1/clusters', '<xml/>', { 'content-type': 'application/xml' }],
  [429, 'GET', '/v1/clusters', undefined, {}],
  [501, 'GET', '/v2/satellite/getClusters', undefined, {}],
] as const)('R303: a refusal with %d', async (status, method, url, body, headers) => {
  const account = status === 403 || status === 429 ? limited : await emulator.account();
  if (status === 409) await account.createCluster(cluster);
  const send = () => emulator.call({ method, url, headers: { authorization: `Bearer ${account.token}`, ...headers }, ...(body !== undefined && { body }) });
  let answer = await send();
  // The first of two within ten seconds may fall into the window before.
  for (let attempt = 0; answer.status !== status && attempt < 2; attempt += 1) answer = await send();
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  const { recoveryCLI = "'ibmcloud '", ...envelope } = answer.body as Record<string, string>;
  expect(envelope).toEqual({
    incidentID: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    code: expect.stringMatching(/^[AEGX][0-9a-f]{4}$/),
    description: expect.stringMatching(/^[A-Z].*\.$/),
    type: expect.stringMatching(/^(Authentication|General|Provisioning|Versions|)$/),
  });
  // What IBM's own CLI helps with, or the ledger of what is built.
  expect(recoveryCLI).toMatch(/'ibmcloud |GET \/_emulator\/coverage/);
});
