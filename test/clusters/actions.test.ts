import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ErrorBody } from './bodies.js';

const emulator = await startEmulator();

/** How the cluster `shop` comes into each state. */
const states = {
  requested: [],
  deploying: [(account) => account.advance('20s')],
  deployed: [(account) => account.settle('all')],
  updating: [(account) => account.settle('all'), (account) => account.put('/v1/clusters/shop', { action: 'update', version: '1.35' })],
  refreshing: [(account) => account.settle('all'), (account) => account.post('/v2/refreshMaster', { cluster: 'shop' })],
  deleting: [(account) => account.settle('all'), (account) => account.delete('/v1/clusters/shop')],
  aborted: [(account) => account.delete('/v1/clusters/shop')],
} satisfies Record<string, readonly ((account: TestAccount) => Promise<unknown>)[]>;

type State = keyof typeof states;

const masterOperations: Readonly<Record<State, number | string>> = {
  requested: 'Ef9cc',
  deploying: 'Ef9cc',
  deployed: 204,
  updating: 'E0023',
  refreshing: 'E0023',
  deleting: 'E0023',
  aborted: 'E0023',
};
const settings = { ...masterOperations, requested: 204, deploying: 204, updating: 204, refreshing: 204 };
const insideCluster = { ...masterOperations, updating: 204, refreshing: 204 };
const goodAnswer = (table: Readonly<Record<State, number | string>>, deployed: number | string) => ({ ...table, deployed });

const config = { crkID: 'key', instanceID: 'instance', url: 'https://us-south.kms.cloud.ibm.com' };

/** Every operation of these domains that acts on a cluster, and what becomes of it in each state. */
const operations: readonly (readonly [string, method: 'put' | 'post', url: string, body: object, Readonly<Record<State, number | string>>])[] = [
  ['updateCluster update', 'put', '/v1/clusters/shop', { action: 'update', version: '1.35' }, masterOperations],
  ['updateCluster enablePrivateServiceEndpoint', 'put', '/v1/clusters/shop', { action: 'enablePrivateServiceEndpoint' }, masterOperations],
  ['updateCluster disablePrivateServiceEndpoint', 'put', '/v1/clusters/shop', { action: 'disablePrivateServiceEndpoint' }, goodAnswer(masterOperations, 'E0021')],
  ['updateCluster enablePublicServiceEndpoint', 'put', '/v1/clusters/shop', { action: 'enablePublicServiceEndpoint' }, masterOperations],
  ['updateCluster disablePublicServiceEndpoint', 'put', '/v1/clusters/shop', { action: 'disablePublicServiceEndpoint' }, goodAnswer(masterOperations, 'E0021')],
  ['handleMasterAPIServer', 'put', '/v1/clusters/shop/masters', { action: 'refresh' }, masterOperations],
  ['v2UpdateMaster', 'post', '/v2/updateMaster', { cluster: 'shop', version: '1.35' }, masterOperations],
  ['vpcRefreshMaster', 'post', '/v2/refreshMaster', { cluster: 'shop' }, masterOperations],
  ['v2EnablePublicServiceEndpoint', 'post', '/v2/enablePublicServiceEndpoint', { cluster: 'shop' }, masterOperations],
  ['v2DisablePublicServiceEndpoint', 'post', '/v2/disablePublicServiceEndpoint', { cluster: 'shop' }, goodAnswer(masterOperations, 'E0021')],
  ['v2EnablePrivateServiceEndpoint', 'post', '/v2/enablePrivateServiceEndpoint', { cluster: 'shop' }, masterOperations],
  ['v2DisablePrivateServiceEndpoint', 'post', '/v2/disablePrivateServiceEndpoint', { cluster: 'shop' }, goodAnswer(masterOperations, 'E0021')],
  ['createKMSConfig', 'post', '/v1/clusters/shop/kms', config, goodAnswer(masterOperations, 201)],
  ['kmsEnableCluster', 'post', '/v2/enableKMS', { cluster: 'shop', crk_id: 'key', instance_id: 'instance' }, goodAnswer(masterOperations, 200)],
  ['autoUpdateMaster', 'post', '/v2/autoUpdateMaster', { cluster: 'shop', autoUpdate: true }, settings],
  ['v2EnableImageSecurity', 'post', '/v2/enableImageSecurity', { cluster: 'shop' }, settings],
  ['v2DisableImageSecurity', 'post', '/v2/disableImageSecurity', { cluster: 'shop' }, settings],
  ['v2EnablePullSecret', 'post', '/v2/enablePullSecret', { cluster: 'shop' }, insideCluster],
];

async function clusterIn(state: State): Promise<TestAccount> {
  const account = await emulator.account();
  await account.createCluster({ masterVersion: '1.34', noSubnet: true, workerNum: 1 });
  for (const step of states[state]) await step(account);
  return account;
}

describe.each(Object.keys(states) as State[])('while the cluster is %s', (state) => {
  test.each(operations)('%s is done, or refused with the right code (R122, R125, R135)', async (_, method, url, body, expected) => {
    const account = await clusterIn(state);
    const before = await account.get('/v1/clusters/shop');
    const answer = await account[method]<ErrorBody | undefined>(url, body);
    const outcome = answer.status < 300 ? answer.status : answer.body?.code;
    expect(outcome).toBe(expected[state]);
    expect([200, 201, 204, 400]).toContain(answer.status);
    if (answer.status === 400) expect((await account.get('/v1/clusters/shop')).body).toEqual(before.body);
  });
});
