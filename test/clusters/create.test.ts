import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody, PoolBody } from './bodies.js';

const emulator = await connectEmulator();

const request = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' };

describeOperation(emulator, 'createCluster', () => {
  test('201: answers the id alone, which leads to the cluster as its name does (R84, R85, R95)', async () => {
    const account = await emulator.account();
    const created = await account.post<{ id: string }>('/v1/clusters', { ...request, workerNum: 2 });
    expect(created.status).toBe(201);
    expect(Object.keys(created.body)).toEqual(['id']);
    expect(created.body.id).toMatch(/^[a-v0-9]{20}$/);

    const byId = await account.get<ClusterBody>(`/v1/clusters/${created.body.id}`);
    const byName = await account.get('/v1/clusters/shop');
    expect(byId.body).toMatchObject({ id: created.body.id, name: 'shop' });
    expect(byName.body).toEqual(byId.body);
  });

  test("201: Terraform's body, with empty strings and both endpoint flags false, makes the default cluster (R86, R180)", async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first' });
    const vlans = await account.get<{ id: string; type: string }[]>('/v1/datacenters/dal10/vlans');
    const privateVlan = vlans.body.find(({ type }) => type === 'private')?.id;
    const publicVlan = vlans.body.find(({ type }) => type === 'public')?.id;

    const created = await account.post<{ id: string }>(
      '/v1/clusters',
      {
        GatewayEnabled: false,
        dataCenter: 'dal10',
        operatingSystem: '',
        isolation: 'public',
        machineType: 'b3c.4x16',
        name: 'shopfront',
        privateVlan,
        publicVlan,
        workerNum: 2,
        noSubnet: false,
        masterVersion: '1.36.3',
        diskEncryption: true,
        privateSeviceEndpoint: false,
        publicServiceEndpoint: false,
        disableAutoUpdate: false,
        defaultWorkerPoolName: '',
        podSubnet: '',
        serviceSubnet: '',
        defaultWorkerPoolEntitlement: '',
      },
      {
        'X-Auth-Resource-Org': '',
        'X-Auth-Resource-Space': '',
        'X-Auth-Resource-Account': account.id,
        'X-Region': '',
        'X-Auth-Resource-Group': '',
      },
    );

    expect(created.status).toBe(201);
    const cluster = await account.get(`/v1/clusters/${created.body.id}`);
    expect(cluster.body).toMatchObject({
      name: 'shopfront',
      dataCenter: 'dal10',
      workerCount: 2,
      resourceGroupName: 'Default',
      masterKubeVersion: '1.36.3_1525',
      podSubnet: '172.30.0.0/16',
      serviceSubnet: '172.21.0.0/16',
      publicServiceEndpointEnabled: true,
      privateServiceEndpointEnabled: false,
      disableAutoUpdate: false,
      type: 'kubernetes',
    });
    const pools = await account.get(`/v1/clusters/${created.body.id}/workerpools`);
    expect(pools.body).toEqual([
      expect.objectContaining({
        name: 'default',
        sizePerZone: 2,
        isolation: 'public',
        machineType: 'b3c.4x16.encrypted',
        operatingSystem: 'UBUNTU_24_64',
        entitlement: '',
        zones: [expect.objectContaining({ id: 'dal10', privateVlan, publicVlan })],
      }),
    ]);
  });

  test.each([
    ['neither flag', {}, true, false],
    ['both false', { publicServiceEndpoint: false, privateSeviceEndpoint: false }, true, false],
    ['the public one', { publicServiceEndpoint: true }, true, false],
    ['the private one, misspelt as the real API has it', { privateSeviceEndpoint: true }, false, true],
    ['the private one, spelled right', { privateServiceEndpoint: true }, false, true],
    ['both', { publicServiceEndpoint: true, privateSeviceEndpoint: true }, true, true],
  ])('201: endpoints asked for: %s (R86, R150)', async (_, flags, isPublic, isPrivate) => {
    const account = await emulator.account();
    const id = await account.createCluster(flags);
    const { body } = await account.get(`/v1/clusters/${id}`);
    expect(body).toMatchObject({ publicServiceEndpointEnabled: isPublic, privateServiceEndpointEnabled: isPrivate });
  });

  test('400: without a public endpoint in an account that does not allow it; 201: with both (R153)', async () => {
    const account = await emulator.account({ publicEndpointOptional: false });
    const refused = await account.post('/v1/clusters', { ...request, privateSeviceEndpoint: true });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      code: 'E0021',
      description: 'The request is not valid: the public service endpoint of a cluster cannot be disabled in this account.',
    });
    expect((await account.get('/v1/clusters')).body).toEqual([]);
    await account.createCluster({ publicServiceEndpoint: true, privateSeviceEndpoint: true });
  });

  test('201: one worker where workerNum is not named (R87)', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', request);
    const workers = await account.get<unknown[]>('/v1/clusters/shop/workers');
    expect(workers.body).toHaveLength(1);
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ workerCount: 1 });
  });

  test.each([0, -1, 1.5, '2'])('400: workerNum %p (R87)', async (workerNum) => {
    const account = await emulator.account();
    const refused = await account.post('/v1/clusters', { ...request, workerNum });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining('workerNum') as unknown });
    expect((await account.get('/v1/clusters')).body).toEqual([]);
  });

  test.each(['name', 'dataCenter', 'machineType'] as const)('400: %s is missing or empty (R91)', async (field) => {
    const account = await emulator.account();
    for (const value of [undefined, '', null]) {
      const refused = await account.post('/v1/clusters', { ...request, [field]: value });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0020', type: 'Provisioning', description: expect.stringContaining(field) as unknown });
    }
  });

  test('201: the first pool takes the name that is asked for (R180)', async () => {
    const account = await emulator.account();
    await account.createCluster({ defaultWorkerPoolName: 'compute' });
    const pools = await account.get<PoolBody[]>('/v1/clusters/shop/workerpools');
    expect(pools.body.map(({ name }) => name)).toEqual(['compute']);
  });

  test('201: keys are read whatever their case, unknown ones are left aside (A14)', async () => {
    const account = await emulator.account();
    const created = await account.post('/v1/clusters', {
      Name: 'shop',
      DATACENTER: 'dal10',
      machinetype: 'b3c.4x16',
      WorkerNum: 3,
      cseAclEnabled: false,
      skipPermPrecheck: true,
    });
    expect(created.status).toBe(201);
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ workerCount: 3, dataCenter: 'dal10' });
  });

  test('400: a gateway cluster, which is not built', async () => {
    const account = await emulator.account();
    const refused = await account.post('/v1/clusters', { ...request, GatewayEnabled: true });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ description: expect.stringContaining('gatewayEnabled') as unknown });
  });

  test('400: an OpenShift cluster on a private VLAN only; the same as Kubernetes is fine (R12)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first' });
    const vlans = await account.get<{ id: string; type: string }[]>('/v1/datacenters/dal10/vlans');
    const privateVlan = vlans.body.find(({ type }) => type === 'private')?.id;

    const openshift = { ...request, masterVersion: '4.19_openshift' };
    for (const body of [{ ...openshift, privateVlan }, { ...openshift, privateOnly: true }]) {
      const refused = await account.post('/v1/clusters', body);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ description: expect.stringContaining('OpenShift') as unknown });
    }
    expect((await account.post('/v1/clusters', { ...openshift, name: 'both-vlans' })).status).toBe(201);
    expect((await account.post('/v1/clusters', { ...request, privateVlan })).status).toBe(201);
  });

  test('400: what is refused makes nothing, not even VLANs', async () => {
    const account = await emulator.account();
    const refused = await account.post('/v1/clusters', { ...request, podSubnet: '172.16.0.0/16' });
    expect(refused.status).toBe(400);
    expect((await account.get('/v1/clusters')).body).toEqual([]);
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toEqual([]);
    expect((await account.get('/v1/subnets')).body).toEqual([]);
  });

  test('400 E0146: a deprecated flavor (R92); 403 E60b6: above the quota (R105); 409 E0007: the name is taken (R81)', async () => {
    const account = await emulator.account({ clusterQuota: 1 });
    expect(await account.post('/v1/clusters', { ...request, machineType: 'b2c.4x16' })).toMatchObject({ status: 400, body: { code: 'E0146' } });
    await account.createCluster();
    expect(await account.post('/v1/clusters', request)).toMatchObject({ status: 409, body: { code: 'E0007' } });
    expect(await account.post('/v1/clusters', { ...request, name: 'other' })).toMatchObject({ status: 403, body: { code: 'E60b6' } });
    expect((await account.get('/v1/clusters')).body).toHaveLength(1);
  });
});
