import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

const request = { dataCenter: 'dal10', machineType: 'b3c.4x16' };

describe('createCluster within quotas', () => {
  test('an account may have 100 clusters and 500 workers in a region (R105, R196)', async () => {
    const account = await emulator.account();
    const { body } = await account.get(`/_emulator/accounts/${account.id}`);
    expect(body).toMatchObject({ clusterQuota: 100, workerQuota: 500 });
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, name: 'big', workerNum: 501 });
    expect(refused.status).toBe(403);
    expect(refused.body.code).toBe('E60b6');
    expect((await account.post('/v1/clusters', { ...request, name: 'big', workerNum: 500 })).status).toBe(201);
  });

  test('403 E60b6: one cluster too many in the region, naming the numbers (R105)', async () => {
    const account = await emulator.account({ clusterQuota: 1 });
    await account.createCluster({ name: 'one' });
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, name: 'two', dataCenter: 'dal12' });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      code: 'E60b6',
      type: 'General',
      description: 'The request would exceed the quota of clusters per region: the limit is 1, 1 are in use, and the request adds 1.',
    });
    expect((await account.get('/v1/datacenters/dal12/vlans')).body).toEqual([]);
  });

  test('403 E60b6: too many workers in the region, naming the numbers (R196)', async () => {
    const account = await emulator.account({ workerQuota: 3 });
    await account.createCluster({ name: 'one', workerNum: 2 });
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, name: 'two', workerNum: 2 });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({
      code: 'E60b6',
      description: 'The request would exceed the quota of workers per region: the limit is 3, 2 are in use, and the request adds 2.',
    });
    expect((await account.post('/v1/clusters', { ...request, name: 'two', workerNum: 1 })).status).toBe(201);
  });

  test('regions are counted apart, zones of a region together (R105, R196)', async () => {
    const account = await emulator.account({ clusterQuota: 1, workerQuota: 1 });
    expect((await account.post('/v1/clusters', { ...request, name: 'one' })).status).toBe(201);
    expect((await account.post('/v1/clusters', { ...request, name: 'two', dataCenter: 'dal13' })).status).toBe(403);
    expect((await account.post('/v1/clusters', { ...request, name: 'two', dataCenter: 'fra02' })).status).toBe(201);
  });

  test('accounts are counted apart (R105)', async () => {
    const accounts = [await emulator.account({ clusterQuota: 1 }), await emulator.account({ clusterQuota: 1 })];
    for (const account of accounts) expect((await account.post('/v1/clusters', { ...request, name: 'one' })).status).toBe(201);
  });

  test('a quota can be raised and lowered, which leaves what is there alone (R105)', async () => {
    const account = await emulator.account({ clusterQuota: 0 });
    const create = async (name: string): Promise<number> => (await account.post('/v1/clusters', { ...request, name })).status;
    const setQuota = (clusterQuota: number) => account.patch(`/_emulator/accounts/${account.id}`, { clusterQuota });
    expect(await create('one')).toBe(403);
    await setQuota(2);
    expect(await create('one')).toBe(201);
    await setQuota(0);
    expect(await create('two')).toBe(403);
    expect((await account.get('/v1/clusters/one')).status).toBe(200);
  });

  test('a deleted cluster and its workers count until they are gone (R105, R196)', async () => {
    const account = await emulator.account({ clusterQuota: 1, workerQuota: 1 });
    await account.post('/v1/clusters', { ...request, name: 'one' });
    await account.settle('all');
    await account.delete('/v1/clusters/one');
    expect((await account.post('/v1/clusters', { ...request, name: 'two' })).status).toBe(403);
    await account.settle('all');
    expect((await account.post('/v1/clusters', { ...request, name: 'two' })).status).toBe(201);
  });
});
