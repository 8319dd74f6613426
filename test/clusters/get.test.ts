import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody, ErrorBody } from './bodies.js';
import { v1Keys } from './keys.js';

const emulator = await connectEmulator();

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/;

describeOperation(emulator, 'getCluster1', () => {
  test('200: exactly the documented keys, from the first moment to the last (R107, R137)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    for (const moment of ['young', 'normal', 'deleting']) {
      if (moment === 'normal') await account.settle('all');
      if (moment === 'deleting') await account.delete(`/v1/clusters/${id}`);
      const { status, body } = await account.get<object>(`/v1/clusters/${id}`);
      expect(status).toBe(200);
      expect(Object.keys(body).sort()).toEqual(v1Keys);
    }
  });

  test('200: a young cluster has empty texts and lists where there is nothing yet', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    const { body } = await account.get(`/v1/clusters/${id}`);
    expect(body).toMatchObject({
      state: 'requested',
      masterStatus: 'Deploy requested',
      masterHealth: '',
      masterState: '',
      serverURL: '',
      masterURL: '',
      location: '',
      etcdPort: '',
      publicServiceEndpointEnabled: true,
      publicServiceEndpointURL: '',
      privateServiceEndpointEnabled: false,
      privateServiceEndpointURL: '',
      ingressHostname: '',
      ingressSecretName: '',
      ingressStatus: '',
      ingressMessage: '',
      pullSecretApplied: false,
      dataCenter: 'dal10',
      masterKubeVersion: '1.36.3_1525',
      workerCount: 2,
      workerZones: ['dal10'],
      addons: [],
      vlans: [],
      worker_vlans: [],
    });
  });

  test('200: a cluster that has settled, every field (R107, R128, R130, R134, R137, R138)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.settle('all');
    const { body } = await account.get<ClusterBody>(`/v1/clusters/${id}`);
    const hash = /^shop-([0-9a-f]{32})-0000$/.exec(body.ingressSecretName)?.[1] ?? 'no hash';
    expect(body).toEqual({
      id,
      name: 'shop',
      state: 'normal',
      status: 'All Workers Normal',
      createdDate: expect.stringMatching(DATE) as unknown,
      modifiedDate: expect.stringMatching(DATE) as unknown,
      masterStatusModifiedDate: expect.stringMatching(DATE) as unknown,
      location: 'Dallas',
      dataCenter: 'dal10',
      region: 'us-south',
      resourceGroup: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      resourceGroupName: 'Default',
      crn: `crn:v1:bluemix:public:containers-kubernetes:us-south:a/${account.id}:${id}::`,
      masterKubeVersion: '1.36.3_1525',
      targetVersion: '1.36.3_1525',
      versionEOS: '2027-08-01',
      workerCount: 2,
      workerZones: ['dal10'],
      multiAzCapable: true,
      isPaid: true,
      isTrusted: false,
      type: 'kubernetes',
      provider: 'classic',
      entitlement: '',
      etcdPort: expect.stringMatching(/^3[0-2]\d{3}$/) as unknown,
      podSubnet: '172.30.0.0/16',
      serviceSubnet: '172.21.0.0/16',
      imageSecurityEnabled: false,
      disableAutoUpdate: false,
      monitoringURL: '',
      ownerEmail: expect.stringContaining('@') as unknown,
      masterURL: body.publicServiceEndpointURL,
      serverURL: body.publicServiceEndpointURL,
      publicServiceEndpointEnabled: true,
      publicServiceEndpointURL: expect.stringMatching(/^https:\/\/c\d\.us-south\.containers\.cloud\.ibm\.com:3\d{4}$/) as unknown,
      privateServiceEndpointEnabled: false,
      privateServiceEndpointURL: '',
      masterStatus: 'Ready',
      masterHealth: 'normal',
      masterState: 'deployed',
      keyProtectEnabled: false,
      pullSecretApplied: true,
      ingressHostname: `shop-${hash}-0000.us-south.containers.appdomain.cloud`,
      ingressSecretName: `shop-${hash}-0000`,
      ingressStatus: 'healthy',
      ingressMessage: 'All Ingress components are healthy.',
      apiUser: '',
      logOrg: '',
      logOrgName: '',
      logSpace: '',
      logSpaceName: '',
      addons: [],
      vlans: [],
      worker_vlans: [],
    });
  });

  test('200: what the create chose comes back (R86, R90)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster({
      disableAutoUpdate: true,
      masterVersion: '1.34',
      defaultWorkerPoolEntitlement: 'cloud_pak',
    });
    expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({
      disableAutoUpdate: true,
      entitlement: 'cloud_pak',
      masterKubeVersion: '1.34.3_1539',
      versionEOS: '2026-11-01',
    });
  });

  test.each([
    ['1.36', '1.36.3_1525'],
    ['1.35', '1.36.3_1525'],
    ['1.34', '1.34.3_1539'],
  ])('200: a cluster of %s would be updated to %s (R137, R163)', async (masterVersion, target) => {
    const account = await emulator.account();
    const id = await account.createCluster({ masterVersion });
    expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ targetVersion: target });
  });

  test('200: VLANs show only on demand (R66)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.settle('all');
    for (const query of ['', '?showResources=false', '?showResources=']) {
      expect((await account.get(`/v1/clusters/${id}${query}`)).body).toMatchObject({ vlans: [], worker_vlans: [] });
    }
    const shown = await account.get<{ vlans: unknown[]; worker_vlans: unknown[] }>(`/v1/clusters/${id}?showResources=true`);
    expect(shown.body.vlans).toHaveLength(2);
    expect(shown.body.worker_vlans).toHaveLength(2);
  });

  test.each([
    ['an id that nobody has', 'c00000000000000000v0'],
    ['an id as of 2018 (R84)', '0123456789abcdef0123456789abcdef'],
    ['a name that nobody has', 'nothing'],
    ['a name in other letters', 'SHOP'],
  ])('404 G0004: %s', async (_, word) => {
    const account = await emulator.account();
    await account.createCluster();
    const missing = await account.get<ErrorBody>(`/v1/clusters/${word}`);
    expect(missing.status).toBe(404);
    expect(missing.body).toEqual({
      incidentID: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      code: 'G0004',
      description: 'The specified cluster could not be found.',
      type: 'General',
      recoveryCLI: "To list the clusters you can see, run 'ibmcloud ks cluster ls'.",
    });
  });

  test("404: another account's cluster answers like one that nobody has", async () => {
    const [owner, stranger] = [await emulator.account(), await emulator.account()];
    const id = await owner.createCluster();
    const foreign = await stranger.get<ErrorBody>(`/v1/clusters/${id}`);
    const unknown = await stranger.get<ErrorBody>('/v1/clusters/c00000000000000000v0');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
    expect((await stranger.get('/v1/clusters/shop')).status).toBe(404);
  });

  test('400: showResources is neither true nor false', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.get('/v1/clusters/shop?showResources=perhaps');
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021', description: 'The request is not valid: showResources must be one of: true, false.' } });
  });
});

test('dates are whole seconds of UTC without a colon in the offset (R110)', async () => {
  const account = await emulator.account();
  const id = await account.createCluster();
  const { body } = await account.get<Record<string, string>>(`/v1/clusters/${id}`);
  for (const key of ['createdDate', 'modifiedDate', 'masterStatusModifiedDate']) expect(body[key]).toMatch(DATE);
});
