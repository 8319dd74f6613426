import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { Provider } from './terraform.js';

/** What the IBM Cloud Terraform provider sends and waits for when it manages classic clusters, in its order. */
const emulator = await connectEmulator();

interface Cluster {
  readonly id: string;
  readonly crn: string;
  readonly state: string;
  readonly masterStatus: string;
  readonly masterKubeVersion: string;
  readonly ingressHostname: string;
  readonly ingressSecretName: string;
  readonly publicServiceEndpointEnabled: boolean;
  readonly privateServiceEndpointEnabled: boolean;
  readonly [field: string]: unknown;
}

interface Worker {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly kubeVersion: string;
  readonly location: string;
}

interface Pool {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly sizePerZone: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly zones: readonly { readonly id: string; readonly workerCount: number }[];
}

interface Alb {
  readonly albID: string;
  readonly albType: string;
  readonly enable: boolean;
  readonly zone: string;
  readonly clusterID: string;
}

const ALLOWED_BEFORE_NORMAL = ['requested', 'pending', 'deploying', 'deployed', 'warning', 'critical'];

/** The body of a create (3.1), with all the fields that the provider sends empty. */
const clusterRequest = {
  GatewayEnabled: false,
  dataCenter: 'dal10',
  defaultWorkerPoolName: '',
  disableAutoUpdate: false,
  diskEncryption: true,
  isolation: 'public',
  machineType: 'b3c.4x16',
  masterVersion: '1.35',
  name: 'shop',
  noSubnet: false,
  operatingSystem: '',
  podSubnet: '',
  privateSeviceEndpoint: false,
  privateVlan: '',
  publicServiceEndpoint: false,
  publicVlan: '',
  serviceSubnet: '',
  defaultWorkerPoolEntitlement: '',
  workerNum: 2,
};

const getCluster = (provider: Provider, id: string): Promise<Cluster> => provider.get<Cluster>(`/v2/getCluster?v1-compatible&cluster=${id}`);

const getWorkers = (provider: Provider, id: string, query = ''): Promise<readonly Worker[]> => provider.get(`/v1/clusters/${id}/workers${query}`);

const getAlbs = async (provider: Provider, id: string): Promise<readonly Alb[]> => (await provider.get<{ alb: readonly Alb[] }>(`/v1/alb/clusters/${id}`)).alb;

/** Wait C (3.3). */
const waitForWorkers = (provider: Provider, id: string, query = '', seconds?: number): Promise<void> =>
  provider.wait('the workers', async () => (await getWorkers(provider, id, query)).every(isUp), seconds);

const isUp = ({ state, status, kubeVersion }: Worker): boolean => state === 'deleted' || (state === 'normal' && status === 'Ready' && !kubeVersion.includes('pending'));

/** Until the cluster is normal, at no state that would end the apply (3.2). */
const waitForNormal = (provider: Provider, id: string, seconds?: number): Promise<void> =>
  provider.wait('the cluster', async () => {
    const { state } = await getCluster(provider, id);
    expect(['normal', ...ALLOWED_BEFORE_NORMAL]).toContain(state);
    return state === 'normal';
  }, seconds);

/** Creates a cluster as an apply does, up to the stage of Ingress (3.1, 3.2). */
async function create(provider: Provider): Promise<string> {
  const { id } = await provider.must<{ id: string }>('POST', '/v1/clusters', clusterRequest);
  await provider.wait('the master', async () => (await getCluster(provider, id)).masterStatus === 'Ready');
  const pools = await provider.get<readonly Pool[]>(`/v1/clusters/${id}/workerpools`);
  expect(pools.map(({ name }) => name)).toEqual(['default']);
  await provider.must('PATCH', `/v1/clusters/${id}/workerpools/default`, { state: 'labels', labels: { team: 'shop' }, sizePerZone: 0, reasonForResize: '' });
  await provider.must('POST', '/v2/setWorkerPoolTaints', { cluster: id, workerpool: 'default', taints: {} });
  await provider.wait('Ingress', async () => {
    const { ingressHostname, ingressSecretName } = await getCluster(provider, id);
    return ingressHostname !== '' && ingressSecretName !== '';
  });
  return id;
}

async function withCluster(): Promise<{ provider: Provider; id: string }> {
  const provider = new Provider(emulator, await emulator.account());
  return { provider, id: await create(provider) };
}

const attach = (provider: Provider, action: 'attach' | 'detach', crn: string, names: readonly string[]) =>
  provider.account.post<{ results: readonly { is_error: boolean }[] }>(`/v3/tags/${action}`, { resources: [{ resource_id: crn }], tag_names: names });

test('the provider finds the default resource group at its start (2.4)', async () => {
  const { account } = new Provider(emulator, await emulator.account());
  const { body } = await account.get<{ resources: readonly object[] }>(`/v2/resource_groups?account_id=${account.id}&default=true`);
  expect(body.resources).toEqual([expect.objectContaining({ name: 'Default', default: true, state: 'ACTIVE', account_id: account.id })]);
});

test('a cluster is created, and read back as it was asked for (3.1, 3.2, 3.4)', async () => {
  const { provider, id } = await withCluster();
  expect(await getCluster(provider, id)).toMatchObject({ id });
  const cluster = await provider.get<Cluster>(`/v1/clusters/${id}?showResources=true`);
  expect(cluster).toMatchObject({
    name: 'shop',
    dataCenter: 'dal10',
    // Both flags were false, which asks for the usual endpoint.
    publicServiceEndpointEnabled: true,
    privateServiceEndpointEnabled: false,
    imageSecurityEnabled: false,
    masterKubeVersion: expect.stringMatching(/^1\.35\.\d+_\d+$/),
    vlans: expect.arrayContaining([expect.objectContaining({ subnets: expect.arrayContaining([expect.objectContaining({ is_public: true })]) })]),
  });
  expect(await getWorkers(provider, id)).toHaveLength(2);
  const workers = await provider.get<readonly Record<string, unknown>[]>(`/v1/clusters/${id}/workers?showDeleted=false&pool=default`);
  expect(workers[0]).toMatchObject({ machineType: 'b3c.4x16.encrypted', isolation: 'public', poolName: 'default' });
  expect(await provider.get(`/v1/clusters/${id}/workerpools/default`)).toMatchObject({ labels: { team: 'shop' }, sizePerZone: 2, state: 'active' });
  expect((await getAlbs(provider, id)).map(({ clusterID }) => clusterID)).toEqual([id, id]);
  expect(await provider.tags(cluster.crn)).toEqual([]);
});

test('each stage of a create is waited for without an end of the apply (3.2)', async () => {
  const provider = new Provider(emulator, await emulator.account());
  const { id } = await provider.must<{ id: string }>('POST', '/v1/clusters', clusterRequest);
  await provider.wait('the master', async () => (await getCluster(provider, id)).masterStatus === 'Ready', 10);
  await provider.wait('a worker', async () => (await getWorkers(provider, id, '?showDeleted=false&pool=default')).some(({ state }) => state === 'normal'), 10);
  await waitForNormal(provider, id, 10);
});

test('tags are attached, changed and deleted, and a read shows them each time (2.2, 2.3)', async () => {
  const { provider, id } = await withCluster();
  const { crn } = await getCluster(provider, id);
  expect((await attach(provider, 'attach', crn, ['env:test', 'team:shop'])).body.results).toMatchObject([{ is_error: false }]);
  expect(await provider.tags(crn)).toEqual(['env:test', 'team:shop']);
  await attach(provider, 'attach', crn, ['env:prod']);
  await attach(provider, 'detach', crn, ['env:test']);
  const removed = await provider.account.delete<{ results: readonly object[] }>('/v3/tags/env:test');
  expect(removed.body.results).toMatchObject([{ is_error: false }]);
  expect(await provider.tags(crn)).toEqual(['env:prod', 'team:shop']);
});

test('a version update is waited for by its text, three times in a row, and then each worker is updated (3.3)', async () => {
  const { provider, id } = await withCluster();
  await waitForNormal(provider, id);
  await provider.must('PUT', `/v1/clusters/${id}`, { action: 'update', force: true, version: '1.36' });
  expect((await getCluster(provider, id)).masterKubeVersion).toContain('pending');
  let hits = 0;
  await provider.wait('the new version', async () => {
    const { masterKubeVersion } = await getCluster(provider, id);
    hits = masterKubeVersion.includes('1.36') && !masterKubeVersion.includes('pending') ? hits + 1 : 0;
    return hits === 3;
  });
  const outdated = await provider.get<readonly { id: string; kubeVersion: { actual: string; target: string } }[]>(`/v2/getWorkers?cluster=${id}&showDeleted=false`);
  expect(outdated.filter(({ kubeVersion: { actual, target } }) => actual !== target)).toHaveLength(2);
  for (const worker of outdated) {
    await provider.must('PUT', `/v1/clusters/${id}/workers/${worker.id}`, { action: 'update' });
    expect((await getWorkers(provider, id)).every(isUp)).toBe(false);
    await waitForWorkers(provider, id);
  }
  const updated = await provider.get<typeof outdated>(`/v2/getWorkers?cluster=${id}&showDeleted=false`);
  expect(updated.filter(({ kubeVersion: { actual, target } }) => actual !== target)).toEqual([]);
});

test('a pool is created and read at once, resized, labelled and deleted (3.6)', async () => {
  const { provider, id } = await withCluster();
  const pools = `/v1/clusters/${id}/workerpools`;
  const made = await provider.must<{ id: string }>('POST', pools, { name: 'batch', sizePerZone: 1, machineType: 'b3c.4x16', isolation: 'public', labels: { kind: 'batch' }, operatingSystem: '', entitlement: '', diskEncryption: true, zones: [] });
  expect(await provider.get(`${pools}/${made.id}`)).toMatchObject({ name: 'batch', state: 'active', sizePerZone: 1, labels: { kind: 'batch' }, zones: [] });
  const vlans = await provider.get<readonly { id: string; type: string }[]>('/v1/datacenters/dal10/vlans');
  const vlan = (type: string): string => vlans.find((candidate) => candidate.type === type)?.id ?? '';
  await provider.must('POST', `${pools}/${made.id}/zones`, { id: 'dal10', privateVlan: vlan('private'), publicVlan: vlan('public') });
  await waitForWorkers(provider, id, `?showDeleted=false&pool=${made.id}`);
  await provider.must('PATCH', `${pools}/${made.id}`, { state: 'resizing', sizePerZone: 2, labels: null, reasonForResize: '' });
  await waitForWorkers(provider, id, `?showDeleted=false&pool=${made.id}`);
  await provider.must('PATCH', `${pools}/${made.id}`, { state: 'labels', labels: { kind: 'night' }, sizePerZone: 0, reasonForResize: '' });
  await waitForWorkers(provider, id, `?showDeleted=false&pool=${made.id}`);
  expect(await provider.get<Pool>(`${pools}/batch`)).toMatchObject({ id: made.id, sizePerZone: 2, labels: { kind: 'night' }, zones: [{ id: 'dal10', workerCount: 2 }] });
  await provider.must('DELETE', `${pools}/${made.id}`);
  await provider.wait('the workers of the pool', async () => {
    const workers = await getWorkers(provider, id, '?showDeleted=true');
    return workers.filter(({ state }) => state !== 'deleted').length === 2;
  });
  expect((await provider.send('GET', `${pools}/${made.id}`)).status).toBe(404);
});

test('a zone is added, has a pair of ALBs in time, and is removed (3.7)', async () => {
  const { provider, id } = await withCluster();
  await waitForNormal(provider, id);
  const order = async (type: string): Promise<string> =>
    (await provider.account.post<{ id: string }>(`/_emulator/accounts/${provider.account.id}/vlans`, { zone: 'dal12', type, router: '01a' })).body.id;
  const [privateVlan, publicVlan] = [await order('private'), await order('public')];
  const zones = `/v1/clusters/${id}/workerpools/default/zones`;
  await provider.must('POST', zones, { id: 'dal12', privateVlan, publicVlan });
  await waitForWorkers(provider, id, '?showDeleted=false&pool=default');
  expect((await getWorkers(provider, id)).filter(({ location }) => location === 'dal12')).toHaveLength(2);
  await provider.wait('ALBs', async () => {
    const types = (await getAlbs(provider, id)).filter(({ zone }) => zone === 'dal12').map(({ albType }) => albType);
    return types.includes('private') && types.includes('public');
  });
  await provider.must('PATCH', `${zones}/dal12`, { privateVlan, publicVlan });
  await provider.must('DELETE', `${zones}/dal12`);
  await provider.wait('the workers of the zone', async () => (await getWorkers(provider, id, '?showDeleted=false')).every(({ location }) => location !== 'dal12'));
});

test('an ALB is disabled at once and enabled in time (3.8)', async () => {
  const { provider, id } = await withCluster();
  await waitForWorkers(provider, id);
  const alb = (await getAlbs(provider, id)).find(({ albType }) => albType === 'public');
  const read = () => provider.get<Alb>(`/v1/alb/albs/${alb?.albID ?? ''}`);
  expect(await read()).toMatchObject({ enable: true, clusterID: id });
  await provider.must('DELETE', `/v1/alb/albs/${alb?.albID ?? ''}`);
  expect((await read()).enable).toBe(false);
  await waitForWorkers(provider, id);
  await provider.must('POST', '/v1/alb/albs', { albID: alb?.albID, enable: true, numOfInstances: '', albType: '', name: '', state: '', zone: '', clusterID: '' });
  await provider.wait('the ALB', async () => (await read()).enable);
});

test('an add-on is installed and waited for (3.9)', async () => {
  const { provider, id } = await withCluster();
  const addons = `/v1/clusters/${id}/addons`;
  expect(await provider.get(addons)).toEqual([]);
  await provider.must('PATCH', addons, { addons: [{ name: 'istio' }], enable: true, update: false });
  await provider.wait('the add-on', async () => {
    const found = await provider.get<readonly { healthState?: string }[]>(addons);
    return found.every(({ healthState = '' }) => !['', 'pending', 'updating'].includes(healthState));
  });
});

test('a private endpoint is added, and the workers are reloaded one after the other (3.11)', async () => {
  const { provider, id } = await withCluster();
  const settle = async (): Promise<void> => {
    await waitForNormal(provider, id);
    await waitForWorkers(provider, id);
  };
  await settle();
  await provider.must('PUT', `/v1/clusters/${id}`, { action: 'enablePrivateServiceEndpoint' });
  await provider.must('PUT', `/v1/clusters/${id}/masters`, { action: 'refresh' });
  await settle();
  for (const worker of await getWorkers(provider, id)) {
    await provider.must('PUT', `/v1/clusters/${id}/workers/${worker.id}`, { action: 'reload' });
    await settle();
  }
  expect(await getCluster(provider, id)).toMatchObject({ publicServiceEndpointEnabled: true, privateServiceEndpointEnabled: true });
});

test('the API key is reset without a body, and the versions are lists (3.12)', async () => {
  const { provider } = await withCluster();
  await provider.must('POST', '/v1/keys');
  const versions = await provider.get<Readonly<Record<string, readonly object[]>>>('/v1/versions');
  for (const list of [versions['kubernetes'], versions['openshift']]) {
    expect(list).toContainEqual(expect.objectContaining({ major: expect.any(Number), minor: expect.any(Number), patch: expect.any(Number), default: true }));
  }
});

describe('a cluster that is destroyed', () => {
  test('is gone in time with its pools, ALBs, add-ons and tags, in the words that the provider looks for (1.4, 3.5)', async () => {
    const { provider, id } = await withCluster();
    await waitForNormal(provider, id);
    const { crn } = await getCluster(provider, id);
    await attach(provider, 'attach', crn, ['env:test']);
    await provider.must('DELETE', `/v1/clusters/${id}?deleteResources=true`);
    await provider.wait('the end', async () => (await provider.send('GET', `/v1/clusters/${id}?showResources=true`)).status === 404);
    for (const url of [`/v1/clusters/${id}/workerpools`, `/v1/alb/clusters/${id}`, `/v1/clusters/${id}/addons`, `/v2/getCluster?v1-compatible&cluster=${id}`]) {
      const gone = await provider.send('GET', url);
      expect([url, gone.status, gone.text]).toEqual([url, 404, expect.stringContaining('The specified cluster could not be found')]);
    }
    expect(await provider.tags(crn)).toEqual([]);
  });
});
