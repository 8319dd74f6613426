import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

const emulator = await connectEmulator();

interface QuotaBody {
  readonly type: string;
  readonly infrastructure: string;
  readonly regions: readonly { readonly id: string; readonly quota: number; readonly used: number }[];
}

async function readQuota(account: TestAccount, type: string, region: string) {
  const { body } = await account.get<QuotaBody[]>('/v2/getQuota');
  return body.find((quota) => quota.type === type)?.regions.find(({ id }) => id === region);
}

describeOperation(emulator, 'getQuota', () => {
  test('200: the documented limits, in every region of classic clusters (R54, R105, R196)', async () => {
    const account = await emulator.account();
    const listed = await account.get<QuotaBody[]>('/v2/getQuota');
    expect(listed.status).toBe(200);
    const regions = ['au-syd', 'jp-osa', 'jp-tok', 'eu-de', 'eu-gb', 'us-south', 'us-east'];
    const everywhere = (quota: number) => regions.map((id) => ({ id, quota, used: 0 }));
    expect(listed.body).toEqual([
      { type: 'cluster', infrastructure: 'classic', regions: everywhere(100) },
      { type: 'worker', infrastructure: 'classic', regions: everywhere(500) },
      { type: 'subnet', infrastructure: 'classic', regions: everywhere(40) },
    ]);
  });

  test('200: what is in use is counted by region, and given back at the end (R105, R196)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'one', workerNum: 3 });
    await account.createCluster({ name: 'two', dataCenter: 'dal12', workerNum: 2 });
    await account.createCluster({ name: 'three', dataCenter: 'fra02', workerNum: 1 });
    expect(await readQuota(account, 'cluster', 'us-south')).toEqual({ id: 'us-south', quota: 100, used: 2 });
    expect(await readQuota(account, 'worker', 'us-south')).toEqual({ id: 'us-south', quota: 500, used: 5 });
    expect(await readQuota(account, 'cluster', 'eu-de')).toMatchObject({ used: 1 });
    expect(await readQuota(account, 'worker', 'eu-de')).toMatchObject({ used: 1 });
    await account.settle('all');
    await account.delete('/v1/clusters/one');
    await account.settle('all');
    expect(await readQuota(account, 'cluster', 'us-south')).toMatchObject({ used: 1 });
    expect(await readQuota(account, 'worker', 'us-south')).toMatchObject({ used: 2 });
  });

  test('200: of subnets, the fullest VLAN of the region counts (R54)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'one', workerNum: 1 });
    await account.createCluster({ name: 'two', workerNum: 1 });
    await account.createCluster({ name: 'three', dataCenter: 'dal12', workerNum: 1 });
    expect(await readQuota(account, 'subnet', 'us-south')).toMatchObject({ used: 1 });
    await account.settle('all');
    // A primary subnet and a portable one for each of the two clusters.
    expect(await readQuota(account, 'subnet', 'us-south')).toMatchObject({ quota: 40, used: 3 });
  });

  test("200: the account's own limits", async () => {
    const account = await emulator.account({ clusterQuota: 3, workerQuota: 7, subnetsPerVlanQuota: 11 });
    expect(await readQuota(account, 'cluster', 'eu-gb')).toEqual({ id: 'eu-gb', quota: 3, used: 0 });
    expect(await readQuota(account, 'worker', 'eu-gb')).toEqual({ id: 'eu-gb', quota: 7, used: 0 });
    expect(await readQuota(account, 'subnet', 'eu-gb')).toEqual({ id: 'eu-gb', quota: 11, used: 0 });
  });
});
