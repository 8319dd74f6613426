import { describe, expect, test } from '@jest/globals';
import { vlansOf } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { testPoolRefusals, testUnnamedPool } from './refusals.js';
import { perZone, poolOf, pools, readyCluster, refusalOf, stateOf, workersOf, youngCluster } from './scene.js';
import { albs, batch, portable, zones } from './zone-network.js';

const emulator = await connectEmulator();

const ways: Readonly<Record<string, readonly [status: number, (account: TestAccount, zone: string, pool?: string, cluster?: string) => ReturnType<TestAccount['delete']>]>> = {
  removeWorkerPoolZone: [202, (account, zone, pool = 'default', cluster = 'shop') => account.delete(`/v1/clusters/${cluster}/workerpools/${pool}/zones/${zone}`)],
  removeWorkerPoolZone1: [204, (account, zone, workerpool = 'default', cluster = 'shop') => account.post('/v2/removeWorkerPoolZone', { cluster, workerpool, zone })],
};

describeOperation(emulator, ['removeWorkerPoolZone', 'removeWorkerPoolZone1'], () => {
  describe.each(Object.entries(ways))('%s', (_, [status, remove]) => {
    test(`${status}: no body; its workers, ALBs, addresses and portable subnets go, VLANs and primary subnets stay (R17, R188, R240)`, async () => {
      const account = await emulator.account();
      await readyCluster(account);
      await account.post(zones, { id: 'dal12' });
      await account.settle('all');
      const removed = await remove(account, 'dal12');
      expect([removed.status, removed.text]).toEqual([status, '']);
      expect(await poolOf(account)).toMatchObject({ sizePerZone: 2, isBalanced: true, zones: [{ id: 'dal10', workerCount: 2 }] });
      expect(perZone(await workersOf(account))).toEqual(['dal10: 2']);
      expect(await albs(account)).toEqual(['private-alb1 dal10 off without address', 'public-alb1 dal10 on with address']);
      expect(await portable(account)).toEqual(['dal10 private', 'dal10 public']);
      await account.settle('all');
      expect(await stateOf(account)).toBe('normal');
      expect(await vlansOf(account, 'dal12')).toHaveLength(2);
      const leases = (await emulator.rows('leases', account)).length;
      expect(leases).toBe(5);
    });

    test(`${status}: ALBs and subnets stay as long as another pool has the zone (R240)`, async () => {
      const account = await emulator.account();
      await readyCluster(account);
      await account.post(pools, { ...batch, zones: [{ id: 'dal10' }] });
      await account.settle('all');
      expect((await remove(account, 'dal10')).status).toBe(status);
      expect(await albs(account)).toHaveLength(2);
      expect((await workersOf(account)).map(({ poolName }) => poolName)).toEqual(['batch']);
      await remove(account, 'dal10', 'batch');
      expect(await albs(account)).toEqual([]);
      expect(await stateOf(account)).toBe('warning');
    });

    test(`${status}: a zone that comes back has its subnets and ALBs again, counted on (R231)`, async () => {
      const account = await emulator.account();
      await readyCluster(account);
      await account.post(zones, { id: 'dal12' });
      await account.settle('all');
      await remove(account, 'dal12');
      await account.post(zones, { id: 'dal12' });
      await account.settle('all');
      expect(await portable(account)).toEqual(['dal10 private', 'dal10 public', 'dal12 private', 'dal12 public']);
      expect((await albs(account)).filter((line) => line.includes('dal12'))).toEqual([
        'private-alb2 dal12 off without address',
        'public-alb2 dal12 on with address',
      ]);
    });

    test(`${status}: while its workers are still being ordered nothing is made for the zone any more`, async () => {
      const account = await emulator.account();
      await readyCluster(account);
      await account.post(zones, { id: 'dal12' });
      await account.advance('1m');
      expect((await remove(account, 'dal12')).status).toBe(status);
      await account.settle('all');
      expect(await portable(account)).toEqual(['dal10 private', 'dal10 public']);
      expect(await stateOf(account)).toBe('normal');
    });

    test("404 E0012: a zone that the pool has not", async () => {
      const account = await emulator.account();
      await youngCluster(account);
      expect(refusalOf(await remove(account, 'dal12'))).toBe("404 E0012 The specified zone 'dal12' could not be found.");
    });

    testPoolRefusals(emulator, (account, cluster, pool) => remove(account, 'dal10', pool, cluster));
  });

  testUnnamedPool(emulator, '/v2/removeWorkerPoolZone', { cluster: 'shop', workerpool: 'default', zone: 'dal10' });
});
