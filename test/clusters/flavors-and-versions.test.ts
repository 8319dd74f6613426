import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody, ErrorBody, PoolBody, WorkerBody } from './bodies.js';

const emulator = await connectEmulator();

const request = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' };

describe('the version of a new cluster (R90, R160)', () => {
  test.each([
    ['nothing', {}, '1.36.3_1525', '1.36.2_1524'],
    ['an empty text', { masterVersion: '' }, '1.36.3_1525', '1.36.2_1524'],
    ['the minor', { masterVersion: '1.36' }, '1.36.3_1525', '1.36.2_1524'],
    ['the patch', { masterVersion: '1.36.3' }, '1.36.3_1525', '1.36.2_1524'],
    ['the build', { masterVersion: '1.36.3_1525' }, '1.36.3_1525', '1.36.2_1524'],
    ['another minor', { masterVersion: '1.35' }, '1.35.3_1523', '1.35.3_1523'],
    ['a deprecated minor', { masterVersion: '1.33' }, '1.33.5_1549', '1.33.5_1550'],
  ])('201: %s is named', async (_, version, master, worker) => {
    const account = await emulator.account();
    expect((await account.post('/v1/clusters', { ...request, ...version })).status).toBe(201);
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ masterKubeVersion: master, type: 'kubernetes' });
    expect((await account.get('/v1/clusters/shop/workers')).body).toMatchObject([{ targetVersion: worker }]);
  });

  test.each(['4.19_openshift', '4.19.0_openshift', '4.19.0_1500_openshift'])('201: %s makes an OpenShift cluster', async (masterVersion) => {
    const account = await emulator.account();
    expect((await account.post('/v1/clusters', { ...request, masterVersion })).status).toBe(201);
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({
      masterKubeVersion: '4.19.0_1500_openshift',
      targetVersion: '4.19.0_1500_openshift',
      type: 'openshift',
    });
    expect((await account.get('/v1/clusters/shop/workers')).body).toMatchObject([{ targetVersion: '4.19.0_1500_openshift' }]);
    expect((await account.get('/v1/clusters/shop/workerpools')).body).toMatchObject([{ operatingSystem: 'RHEL_9' }]);
  });

  test.each(['1.9', '1.37', '1.36.2', '1.36.3_1524', '1', '4.19', '1.36_openshift', 'latest'])('400: %s, naming what there is', async (masterVersion) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, masterVersion });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain(`masterVersion '${masterVersion}'`);
    expect(refused.body.description).toMatch(/1\.36, 1\.35, 1\.34, 1\.33, 4\.19_openshift/);
  });

  test('400: an OpenShift cluster of machines that are too small for it', async () => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, machineType: 'u3c.2x4', masterVersion: '4.19_openshift' });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain("machineType 'u3c.2x4'");
  });
});

describe('the flavor of a new cluster', () => {
  test.each([
    ['b3c.4x16', {}, 'b3c.4x16.encrypted'],
    ['b3c.4x16', { diskEncryption: true }, 'b3c.4x16.encrypted'],
    ['b3c.4x16', { diskEncryption: false }, 'b3c.4x16'],
    ['b3c.4x16.encrypted', {}, 'b3c.4x16.encrypted'],
    ['b3c.4x16.encrypted', { diskEncryption: true }, 'b3c.4x16.encrypted'],
  ])('201: %s with %j shows as %s on pool and workers, in v1 and v2 (R88)', async (machineType, encryption, shown) => {
    const account = await emulator.account();
    await account.createCluster({ machineType, workerNum: 1, ...encryption });
    expect((await account.get('/v1/clusters/shop/workerpools')).body).toMatchObject([{ machineType: shown }]);
    expect((await account.get('/v1/clusters/shop/workers')).body).toMatchObject([{ machineType: shown }]);
    expect((await account.get('/v2/getWorkerPools?cluster=shop')).body).toMatchObject([{ flavor: shown }]);
    expect((await account.get('/v2/getWorkers?cluster=shop')).body).toMatchObject([{ flavor: shown }]);
  });

  test.each([
    ['shared where nothing is named', 'b3c.4x16', {}, 'public'],
    ['shared where it is empty', 'b3c.4x16', { isolation: '' }, 'public'],
    ['shared', 'b3c.4x16', { isolation: 'public' }, 'public'],
    ['dedicated', 'b3c.4x16', { isolation: 'private' }, 'private'],
    ['dedicated for bare metal where nothing is named', 'mb4c.4x32', {}, 'private'],
    ['dedicated for bare metal', 'mb4c.4x32', { isolation: 'private' }, 'private'],
  ])('201: isolation is %s (R89)', async (_, machineType, isolation, shown) => {
    const account = await emulator.account();
    await account.createCluster({ machineType, workerNum: 1, ...isolation });
    const pools = await account.get<PoolBody[]>('/v1/clusters/shop/workerpools');
    const workers = await account.get<WorkerBody[]>('/v1/clusters/shop/workers');
    expect(pools.body.map((pool) => pool.isolation)).toEqual([shown]);
    expect(workers.body.map((worker) => worker.isolation)).toEqual([shown]);
  });

  test.each([
    ['bare metal on shared hardware', 'mb4c.4x32', 'public'],
    ['an isolation that does not exist', 'b3c.4x16', 'dedicated'],
  ])('400: %s (R89)', async (_, machineType, isolation) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, machineType, isolation });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toMatch(/isolation.* must be one of: (private|public, private)\./);
  });

  test.each([
    ['b2c.4x16', 'b3c.4x16'],
    ['b2c.4x16.encrypted', 'b3c.4x16'],
    ['u2c.2x4', 'u3c.2x4'],
  ])('400 E0146: the flavor %s is deprecated in favour of %s (R92)', async (machineType, replacement) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, machineType });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0146', type: 'Provisioning' });
    expect(refused.body.description).toContain(machineType);
    expect(refused.body.description).toContain(`use ${replacement}`);
  });

  test('a flavor is offered in some zones and refused in others (R92)', async () => {
    const account = await emulator.account();
    const elsewhere = await account.post<ErrorBody>('/v1/clusters', { ...request, dataCenter: 'fra02', machineType: 'm3c.48x384' });
    expect(elsewhere.status).toBe(400);
    expect(elsewhere.body.description).toContain("machineType 'm3c.48x384' is not offered in zone fra02");
    expect((await account.post('/v1/clusters', { ...request, machineType: 'm3c.48x384' })).status).toBe(201);
  });

  test.each(['nonsense', 'bx2.4x16', 'free'])('400: the flavor %s cannot be ordered in a classic zone (R92)', async (machineType) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, machineType });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain(`machineType '${machineType}'`);
  });

  test.each(['nowhere', 'us-south-1', 'dal', 'us-south', 'hkg02'])('400: %s is not a classic zone of today (R91)', async (dataCenter) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, dataCenter });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toMatch(new RegExp(`dataCenter '${dataCenter}'.*dal10, dal12, dal13`));
  });
});

test('the type of cluster stands in lists too', async () => {
  const account = await emulator.account();
  await account.createCluster({ name: 'one', masterVersion: '4.19_openshift' });
  await account.createCluster({ name: 'two' });
  const clusters = await account.get<ClusterBody[]>('/v1/clusters');
  expect(clusters.body.map(({ name, type }) => [name, type])).toEqual([
    ['one', 'openshift'],
    ['two', 'kubernetes'],
  ]);
});
