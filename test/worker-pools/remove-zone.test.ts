import { describe, expect, test } from '@jest/globals';
import { vlansOf } from '../networking/support.js';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { describeAlbs, perZone, poolOf, pools, portable, readyCluster, refusalOf, stateOf, workersOf, zonesOfDefault } from './scene.js';

const emulator = await startEmulator();

const batch = { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1 };

type Remove = (account: TestAccount, zone: string, pool?: string, cluster?: string) => ReturnType<TestAccount['delete']>;

const removesAllOfTheZone = (status: number, remove: Remove) => async (): Promise<void> => {
  const account = await emulator.account();
  await readyCluster(account);
  await account.post(zonesOfDefault, { id: 'dal12' });
  await account.settle('all');
  const removed = await remove(account, 'dal12');
  expect([removed.status, removed.text]).toEqual([status, '']);
  expect(await poolOf(account)).toMatchObject({ sizePerZone: 2, isBalanced: true, zones: [{ id: 'dal10', workerCount: 2 }] });
  expect(perZone(await workersOf(account))).toEqual(['dal10: 2']);
  expect(await describeAlbs(account)).toEqual(['private-alb1 dal10 off without address', 'public-alb1 dal10 on with address']);
  expect(await portable(account)).toEqual(['dal10 private', 'dal10 public']);
  await account.settle('all');
  expect(await stateOf(account)).toBe('normal');
  expect(await vlansOf(account, 'dal12')).toHaveLength(2);
  const leases = await emulator.database.prisma.lease.count({ where: { accountId: account.id } });
  expect(leases).toBe(5);
};

const removes = (status: number, remove: Remove): void => {
  test('ALBs and subnets stay as long as another pool has the zone (R240)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(pools, { ...batch, zones: [{ id: 'dal10' }] });
    await account.settle('all');
    expect((await remove(account, 'dal10')).status).toBe(status);
    expect(await describeAlbs(account)).toHaveLength(2);
    expect((await workersOf(account)).map(({ poolName }) => poolName)).toEqual(['batch']);
    await remove(account, 'dal10', 'batch');
    expect(await describeAlbs(account)).toEqual([]);
    expect(await stateOf(account)).toBe('warning');
  });

  test('a zone that comes back has its subnets and ALBs again, counted on (R231)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(zonesOfDefault, { id: 'dal12' });
    await account.settle('all');
    await remove(account, 'dal12');
    await account.post(zonesOfDefault, { id: 'dal12' });
    await account.settle('all');
    expect(await portable(account)).toEqual(['dal10 private', 'dal10 public', 'dal12 private', 'dal12 public']);
    expect((await describeAlbs(account)).filter((line) => line.includes('dal12'))).toEqual([
      'private-alb2 dal12 off without address',
      'public-alb2 dal12 on with address',
    ]);
  });

  test('while its workers are still being ordered nothing is made for the zone any more', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    await account.post(zonesOfDefault, { id: 'dal12' });
    await account.advance('1m');
    expect((await remove(account, 'dal12')).status).toBe(status);
    await account.settle('all');
    expect(await portable(account)).toEqual(['dal10 private', 'dal10 public']);
    expect(await stateOf(account)).toBe('normal');
  });

  test('400: while the master is on its way', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(refusalOf(await remove(account, 'dal10'))).toContain('400 Ef9cc');
  });

  test('404: a zone that the pool has not, an unknown pool, an unknown cluster', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    expect(refusalOf(await remove(account, 'dal12'))).toBe("404 E0012 The specified zone 'dal12' could not be found.");
    expect(refusalOf(await remove(account, 'dal10', 'x'))).toContain('404 E0d40');
    expect(refusalOf(await remove(account, 'dal10', 'default', 'nowhere'))).toContain('404 G0004');
    expect((await poolOf(account)).zones).toMatchObject([{ id: 'dal10', workerCount: 2 }]);
  });
};

describe('removeWorkerPoolZone', () => {
  const remove: Remove = (account, zone, pool = 'default', cluster = 'shop') => account.delete(`/v1/clusters/${cluster}/workerpools/${pool}/zones/${zone}`);

  test('202: no body; its workers, ALBs, addresses and portable subnets go, VLANs and primary subnets stay (R17, R188, R240)', removesAllOfTheZone(202, remove));
  removes(202, remove);
});

describe('removeWorkerPoolZone1', () => {
  const remove: Remove = (account, zone, workerpool = 'default', cluster = 'shop') => account.post('/v2/removeWorkerPoolZone', { cluster, workerpool, zone });

  test('204: no body; its workers, ALBs, addresses and portable subnets go, VLANs and primary subnets stay (R17, R188, R240)', removesAllOfTheZone(204, remove));
  removes(204, remove);
});
