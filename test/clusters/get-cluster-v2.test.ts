import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody, ErrorBody } from './bodies.js';
import { bothKeys, v2Keys } from './keys.js';

const emulator = await connectEmulator();

interface ClusterV2Body extends ClusterBody {
  readonly datacenter: string;
  readonly ingress: { readonly hostname: string; readonly secretName: string };
  readonly serviceEndpoints: { readonly publicServiceEndpointURL: string };
}

async function settledCluster() {
  const account = await emulator.account();
  const id = await account.createCluster();
  await account.settle('all');
  const v1 = await account.get<ClusterBody & Record<string, unknown>>(`/v1/clusters/${id}`);
  return { account, id, v1: v1.body };
}

describeOperation(emulator, 'getCluster', () => {
  test('200: the nested names, and no other (R108)', async () => {
    const { account, id, v1 } = await settledCluster();
    const { status, body } = await account.get<ClusterV2Body>(`/v2/getCluster?cluster=${id}`);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(v2Keys);
    expect(body).toMatchObject({
      id,
      name: 'shop',
      state: 'normal',
      datacenter: 'dal10',
      provider: 'classic',
      lifecycle: {
        modifiedDate: v1['modifiedDate'],
        masterStatus: 'Ready',
        masterStatusModifiedDate: v1['masterStatusModifiedDate'],
        masterHealth: 'normal',
        masterState: 'deployed',
      },
      ingress: {
        hostname: v1.ingressHostname,
        secretName: v1.ingressSecretName,
        status: 'healthy',
        message: 'All Ingress components are healthy.',
      },
      features: { keyProtectEnabled: false, pullSecretApplied: true },
      serviceEndpoints: {
        publicServiceEndpointEnabled: true,
        publicServiceEndpointURL: v1.publicServiceEndpointURL,
        privateServiceEndpointEnabled: false,
        privateServiceEndpointURL: '',
      },
      caCertRotationStatus: { status: '', actionTriggerDate: '', actionCompletedDate: '' },
      masterURL: v1.serverURL,
      masterKubeVersion: '1.36.3_1525',
      targetVersion: '1.36.3_1525',
      versionEOS: '2027-08-01',
      multiAzCapable: true,
      entitlement: '',
    });
  });

  test('200: VLANs and subnets stand in it unless they are not wanted', async () => {
    const { account, id } = await settledCluster();
    const shown = await account.get<{ vlans: unknown[] }>(`/v2/getCluster?cluster=${id}`);
    const hidden = await account.get<{ vlans: unknown[] }>(`/v2/getCluster?cluster=${id}&showResources=false`);
    expect(shown.body.vlans).toHaveLength(2);
    expect(hidden.body.vlans).toEqual([]);
  });

  test.each([
    ['?v1-compatible&cluster='],
    ['?v1-compatible=true&cluster='],
    ['?v1-compatible=&cluster='],
  ])('200: %s adds the flat names of v1, with the values of v1 (R108, A8)', async (query) => {
    const { account, id, v1 } = await settledCluster();
    const nested = await account.get<object>(`/v2/getCluster?cluster=${id}`);
    const both = await account.get<object>(`/v2/getCluster${query}${id}`);
    expect(Object.keys(both.body).sort()).toEqual(bothKeys);
    expect(both.body).toMatchObject(nested.body);
    expect({ ...both.body, vlans: [], worker_vlans: [] }).toMatchObject(v1);
  });

  test('200: the flag may stand behind the cluster, and `v1-compatible=false` is none', async () => {
    const { account, id } = await settledCluster();
    const behind = await account.get<object>(`/v2/getCluster?cluster=${id}&v1-compatible`);
    expect(Object.keys(behind.body).sort()).toEqual(bothKeys);
    const off = await account.get<object>(`/v2/getCluster?cluster=${id}&v1-compatible=false`);
    expect(Object.keys(off.body).sort()).toEqual(v2Keys);
  });

  test('200: a young cluster has empty texts where there is nothing yet, by both names', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const { body } = await account.get('/v2/getCluster?v1-compatible&cluster=shop');
    expect(body).toMatchObject({
      masterURL: '',
      serverURL: '',
      location: '',
      masterStatus: 'Deploy requested',
      lifecycle: { masterStatus: 'Deploy requested', masterHealth: '', masterState: '' },
      ingress: { hostname: '', secretName: '', status: '', message: '' },
      serviceEndpoints: { publicServiceEndpointEnabled: true, publicServiceEndpointURL: '', privateServiceEndpointURL: '' },
      features: { keyProtectEnabled: false, pullSecretApplied: false },
    });
  });

  test('200: by name as by id (R95)', async () => {
    const { account, id } = await settledCluster();
    const byName = await account.get('/v2/getCluster?cluster=shop');
    expect(byName.body).toEqual((await account.get(`/v2/getCluster?cluster=${id}`)).body);
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    for (const query of ['', '?v1-compatible', '?cluster=']) {
      const refused = await account.get<ErrorBody>(`/v2/getCluster${query}`);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0020', description: 'Required fields are missing: cluster.' });
    }
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v2/getCluster?cluster=${cluster}`));
});
