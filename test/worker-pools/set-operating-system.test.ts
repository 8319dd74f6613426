import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { testPoolRefusals, testUnnamedPool } from './refusals.js';
import { poolOf, readyCluster, refusalOf, workersOf, workerV2Of, youngCluster } from './scene.js';

const emulator = await connectEmulator();

const pool = { cluster: 'shop', workerpool: 'default' };

describeOperation(emulator, 'setWorkerPoolOperatingSystem', () => {
  test('202: no body; workers get it when they are next reloaded, new ones at once', async () => {
    const account = await emulator.account();
    await readyCluster(account, { masterVersion: '4.17_openshift', workerNum: 2 });
    const [stays, reloads] = (await workersOf(account)).map(({ id }) => id);
    const systemOf = async (id = ''): Promise<string> => (await workerV2Of(account, id)).lifecycle.actualOperatingSystem;
    expect((await poolOf(account)).operatingSystem).toBe('RHEL_9');

    const set = await account.post('/v2/setWorkerPoolOperatingSystem', { cluster: 'shop', workerPool: 'default', operatingSystem: 'RHEL_8' });
    expect([set.status, set.text]).toEqual([202, '']);
    expect((await poolOf(account)).operatingSystem).toBe('RHEL_8');
    await account.put(`/v1/clusters/shop/workers/${reloads ?? ''}`, { action: 'reload' });
    await account.settle('all');
    expect([await systemOf(stays), await systemOf(reloads)]).toEqual(['RHEL_9', 'RHEL_8']);
  });

  test('400: one that does not go with version and flavor', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const refused = await account.post('/v2/setWorkerPoolOperatingSystem', { ...pool, operatingSystem: 'RHEL_8' });
    expect(refusalOf(refused)).toBe('400 E0021 The request is not valid: operatingSystem must be one of: UBUNTU_24_64.');
    expect((await poolOf(account)).operatingSystem).toBe('UBUNTU_24_64');
  });

  testUnnamedPool(emulator, '/v2/setWorkerPoolOperatingSystem', { ...pool, operatingSystem: 'UBUNTU_24_64' });
  testPoolRefusals(emulator, (account, cluster, workerpool) => account.post('/v2/setWorkerPoolOperatingSystem', { cluster, workerpool, operatingSystem: 'UBUNTU_24_64' }));
});
