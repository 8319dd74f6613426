import { expect, test } from '@jest/globals';
import { type OperationId, operations } from '../../src/operations/catalogue.js';
import { ambiguities as known } from '../../src/parity/ambiguities.js';
import { reload } from '../graphql/support.js';
import { insertVlan, pairOf } from '../networking/support.js';
import { connectEmulator } from '../support/emulator.js';
import { albsOf, first, poolOf, readyCluster, refusalOf, workerOf, workersOf } from '../worker-pools/scene.js';
import { type Proofs, provePoolSpellings, proveV1Zip, proveV2Formats, spellings, workersV2, workerV2 } from './ambiguity-proofs.js';

const emulator = await connectEmulator();

interface ClusterBody {
  readonly ingressHostname: string;
  readonly serverURL: string;
  readonly masterStatus: string;
}

const operationsOf = (id: `A${number}`): readonly OperationId[] => known[id]?.operations ?? [];

/** How each operation that clients see differently answers. Operations that are named alone are not of tier 1. */
const ambiguities: Readonly<Record<string, Proofs | readonly OperationId[]>> = {
  A1: {
    getClusterALBs: [
      'answers one object that holds the list',
      async (account) => expect((await account.get('/v1/alb/clusters/shop')).body).toMatchObject({ alb: [{ albType: 'private' }, { albType: 'public' }] }),
    ],
  },
  A2: operationsOf('A2'),
  A3: {
    classicGetWorkerPools: [
      'answers an array',
      async (account) => expect((await account.get('/v2/classic/getWorkerPools?cluster=shop')).body).toMatchObject([{ poolName: 'default' }]),
    ],
  },
  A4: {
    v2GetVersions: [
      'answers a map of lists by platform',
      async (account) =>
        expect((await account.get('/v2/getVersions')).body).toEqual({
          kubernetes: expect.arrayContaining([expect.objectContaining({ default: true })]) as unknown,
          openshift: expect.arrayContaining([expect.objectContaining({ default: true })]) as unknown,
        }),
    ],
  },
  A5: {
    classicGetCluster: [
      'answers an array of one',
      async (account) => expect((await account.get('/v2/classic/getCluster?cluster=shop')).body).toEqual([expect.objectContaining({ name: 'shop' })]),
    ],
  },
  A6: {
    getVLANs: [
      'answers the array of v1',
      async (account) => {
        const { body } = await account.get('/v2/classic/getVLANs?zone=dal10');
        expect(body).toMatchObject([{ properties: { vlan_type: 'standard' } }, { properties: { vlan_type: 'standard' } }]);
        expect(body).toEqual((await account.get('/v1/datacenters/dal10/vlans')).body);
      },
    ],
  },
  A7: {
    getWorkerPools: [
      'names VLANs in both spellings',
      async (account) => {
        const { body } = await account.get<{ zones: Readonly<Record<string, unknown>>[] }[]>('/v1/clusters/shop/workerpools');
        await provePoolSpellings(first(body).zones, account);
      },
    ],
    getWorkerPool1: [
      'names VLANs in both spellings',
      async (account) => {
        const { body } = await account.get<{ zones: Readonly<Record<string, unknown>>[] }>('/v1/clusters/shop/workerpools/default');
        await provePoolSpellings(body.zones, account);
      },
    ],
    createWorkerPool: [
      'reads VLANs in both spellings and names them in both; an empty one is absent',
      async (account) => {
        const pair = await pairOf(account);
        const wanted = spellings.map(([privateKey, publicKey]) => ({ [privateKey]: pair.private.id, [publicKey]: pair.public.id }));
        for (const [index, vlans] of [...wanted, { privateVLAN: '', publicVLAN: '' }].entries()) {
          const pool = { name: `batch${index}`, machineType: 'b3c.4x16', sizePerZone: 1, zones: [{ id: 'dal10', ...vlans }] };
          const created = await account.post<{ zones: Readonly<Record<string, unknown>>[] }>('/v1/clusters/shop/workerpools', pool);
          expect(created.status).toBe(201);
          await provePoolSpellings(created.body.zones, account);
        }
      },
    ],
    addWorkerPoolZone: [
      'reads VLANs in both spellings; an empty one is absent',
      async (account) => {
        for (const zone of ['dal12', 'dal13']) await account.createCluster({ name: zone, dataCenter: zone });
        for (const [index, zone] of ['dal12', 'dal13'].entries()) {
          const { private: { id: privateVlan }, public: { id: publicVlan } } = await pairOf(account, zone);
          const [privateKey, publicKey] = spellings[index] ?? spellings[0];
          const [otherPrivate, otherPublic] = spellings[1 - index] ?? spellings[1];
          const body = { id: zone, [privateKey]: privateVlan, [publicKey]: publicVlan, [otherPrivate]: '', [otherPublic]: '' };
          const added = await account.post('/v1/clusters/shop/workerpools/default/zones', body);
          expect([added.status, added.text]).toEqual([201, '']);
          expect((await poolOf(account)).zones.find(({ id }) => id === zone)).toMatchObject({ privateVlan, publicVlan });
        }
      },
    ],
    addWorkerPoolZoneNetwork: [
      'reads VLANs in both spellings',
      async (account) => {
        for (const [index, [privateKey, publicKey]] of spellings.entries()) {
          const router = `0${index + 7}a.dal10`;
          const privateVlan = await insertVlan(emulator, account, { id: `710000${index}`, side: 'private', router });
          const publicVlan = await insertVlan(emulator, account, { id: `720000${index}`, side: 'public', router });
          const changed = await account.patch('/v1/clusters/shop/workerpools/default/zones/dal10', { [privateKey]: privateVlan, [publicKey]: publicVlan });
          expect([changed.status, changed.text]).toEqual([204, '']);
          expect((await poolOf(account)).zones).toMatchObject([{ id: 'dal10', privateVlan, publicVlan }]);
        }
      },
    ],
  },
  A8: {
    getCluster: [
      'answers the names of v1 and v2 together when it is asked for both',
      async (account) => {
        const v2 = (await account.get<object>('/v2/getCluster?cluster=shop')).body;
        expect(v2).not.toHaveProperty('ingressHostname');
        const { ingressHostname, serverURL, masterStatus } = (await account.get<ClusterBody>('/v1/clusters/shop')).body;
        const both = (await account.get('/v2/getCluster?v1-compatible&cluster=shop')).body;
        expect(both).toMatchObject({ ...v2, ingressHostname, serverURL, masterStatus, ingress: { hostname: ingressHostname } });
      },
    ],
  },
  A9: operationsOf('A9'),
  A10: {
    listSubnets: [
      'answers portable subnets of classic VLANs, of a metro in `location` or of zones in `datacenters`',
      async (account) => {
        const all = (await account.get<readonly object[]>('/v1/subnets')).body;
        expect(all).toContainEqual(expect.objectContaining({ vlan_id: (await pairOf(account)).public.id, ip_addresses: [] }));
        for (const query of ['location=dal', 'datacenters=dal10']) expect((await account.get(`/v1/subnets?${query}`)).body).toEqual(all);
        for (const query of ['location=fra', 'datacenters=dal12']) expect((await account.get(`/v1/subnets?${query}`)).body).toEqual([]);
      },
    ],
  },
  A11: operationsOf('A11'),
  A12: operationsOf('A12'),
  A13: {
    enableALB: [
      'answers an object without content',
      async (account) => {
        const alb = (await albsOf(account)).find(({ albType }) => albType === 'private');
        const enabled = await account.post('/v1/alb/albs', { albID: alb?.albID, enable: true });
        expect([enabled.status, enabled.body]).toEqual([201, {}]);
      },
    ],
  },
  A14: {
    createCluster: [
      'reads keys whatever their case, and the private endpoint in both spellings',
      async (account) => {
        for (const [index, key] of ['privateSeviceEndpoint', 'privateServiceEndpoint'].entries()) {
          const request = { Name: `c${index}`, DATACENTER: 'dal10', machinetype: 'b3c.4x16', GatewayEnabled: false, operatingSystem: 'UBUNTU_24_64', [key]: true };
          const { status, body } = await account.post<{ id: string }>('/v1/clusters', request);
          expect([status, body]).toEqual([201, { id: expect.stringMatching(/^[a-z0-9]{20}$/) as unknown }]);
          expect((await account.get(`/v1/clusters/${body.id}`)).body).toMatchObject({ name: `c${index}`, privateServiceEndpointEnabled: true });
        }
        const refused = await account.post('/v1/clusters', { name: 'gate', dataCenter: 'dal10', machineType: 'b3c.4x16', GatewayEnabled: true });
        expect(refusalOf(refused)).toContain('400 E0021 The request is not valid: gatewayEnabled');
      },
    ],
    addClusterWebhooks: [
      'reads level, type and url whatever their case',
      async (account) => {
        const url = 'https://hooks.example.com/services/T00/B00/x';
        for (const webhook of [{ level: 'Normal', type: 'slack', url }, { Level: 'Warning', Type: 'slack', URL: url }]) {
          const added = await account.post('/v1/clusters/shop/webhooks', webhook);
          expect([added.status, added.text]).toEqual([201, '']);
        }
        expect((await account.get('/v1/clusters/shop/webhooks')).body).toEqual([
          { level: 'Normal', type: 'slack', url },
          { level: 'Warning', type: 'slack', url },
        ]);
      },
    ],
  },
  A15: {
    addClusterUserSubnet: [
      'takes a subnet, and names what is missing when there is no body',
      async (account) => {
        const url = '/v1/clusters/shop/usersubnets';
        expect(refusalOf(await account.post(url))).toBe('400 E0020 Required fields are missing: cidr, vlan_id.');
        const added = await account.post(url, { cidr: '10.91.40.0/24', vlan_id: (await pairOf(account)).private.id });
        expect([added.status, added.text]).toEqual([204, '']);
      },
    ],
  },
  A16: operationsOf('A16'),
  A17: operationsOf('A17'),
  A18: operationsOf('A18'),
  A19: {
    getClusterConfig: ['answers a zip of one folder with its own entry first, or YAML', (account) => proveV1Zip(account, '/v1/clusters/shop/config', [])],
    getClusterConfigAdmin: [
      'adds certificate and key of the administrator to the folder',
      (account) => proveV1Zip(account, '/v1/clusters/shop/config/admin', ['admin.pem', 'admin-key.pem']),
    ],
    getKubeconfig: ['answers a flat zip, YAML or JSON', (account) => proveV2Formats((format) => account.get(`/v2/getKubeconfig?cluster=shop&format=${format}`))],
    applyRBACAndGetKubeconfig: [
      'answers a flat zip, YAML or JSON',
      (account) => proveV2Formats((format) => account.post('/v2/applyRBACAndGetKubeconfig', { cluster: 'shop', format })),
    ],
  },
  A20: {
    updateClusterWorker: [
      'takes every word for an action, without a body in the answer; GraphQL reloads as well',
      async (account) => {
        const { id } = first(await workersOf(account));
        for (const action of ['os_reboot', 'power_cycle', 'reboot', 'reload', 'os_reload', 'update']) {
          const changed = await account.put(`/v1/clusters/shop/workers/${id}`, { action });
          expect([action, changed.status, changed.text]).toEqual([action, 204, '']);
          const reboots = ['os_reboot', 'power_cycle', 'reboot'].includes(action);
          expect(await workerOf(account, id)).toMatchObject(reboots ? { state: 'normal', pendingOperation: 'reboot' } : { state: 'reload_pending' });
          await account.settle('all');
        }
        expect((await reload(account, id)).body).toEqual({ data: { reinitializeKubernetesNode: { node: { id } } } });
        expect(await workerOf(account, id)).toMatchObject({ state: 'reload_pending' });
      },
    ],
  },
  A21: operationsOf('A21'),
  A22: {
    getAddons: [
      'answers an array without options that are no text',
      async (account) => {
        const { body } = await account.get<readonly { name: string; options?: unknown }[]>('/v1/addons');
        expect(body.map(({ name }) => name)).toContain('istio');
        expect(body.filter(({ options = '' }) => typeof options !== 'string')).toEqual([]);
      },
    ],
    getClusterAddons: [
      'answers an array whose options are text, or absent',
      async (account) => {
        const addons = [{ name: 'csutil', options: { a: [1] } }, { name: 'debug-tool', options: 'a=b' }, { name: 'istio' }];
        expect((await account.patch('/v1/clusters/shop/addons', { addons, enable: true })).status).toBe(200);
        const { body } = await account.get<readonly { name: string; options?: unknown }[]>('/v1/clusters/shop/addons');
        expect(body.map(({ name, options = 'none' }) => [name, options])).toEqual([
          ['csutil', '{"a":[1]}'],
          ['debug-tool', 'a=b'],
          ['istio', 'none'],
        ]);
      },
    ],
    manageClusterAddons: [
      'answers a JSON object',
      async (account) => {
        for (const enable of [true, false]) {
          const { status, body } = await account.patch('/v1/clusters/shop/addons', { addons: [{ name: 'istio' }], enable });
          expect([status, body]).toEqual([200, { missingDeps: [], orphanedAddons: {} }]);
        }
      },
    ],
  },
  A23: operationsOf('A23'),
  A24: {
    getWorkers1: workersV2('/v2/'),
    getWorker: workerV2('/v2/'),
    classicGetWorkers: workersV2('/v2/classic/'),
    classicGetWorker: workerV2('/v2/classic/'),
  },
};

const isProven = (entry: Proofs | readonly OperationId[]): entry is Proofs => !Array.isArray(entry);
const proven = Object.entries(ambiguities).flatMap(([ambiguity, entry]) =>
  isProven(entry) ? Object.entries(entry).map(([operation, [what, prove]]) => ({ ambiguity, operation, what, prove })) : [],
);

test.each(proven)('$ambiguity: $operation $what', async ({ prove }) => {
  const account = await emulator.account();
  await readyCluster(account);
  await prove(account);
});

test('every ambiguity from A1 to A24 has a proof for each of its operations, unless none of them is of tier 1', () => {
  expect(Object.keys(ambiguities)).toEqual(Array.from({ length: 24 }, (_, index) => `A${index + 1}`));
  expect(Object.entries(ambiguities).filter(([, entry]) => !isProven(entry)).map(([id]) => id)).toEqual('A2 A9 A11 A12 A16 A17 A18 A21 A23'.split(' '));
  const tierOf = (id: string): number => operations[id as OperationId].tier;
  expect(Object.values(ambiguities).filter((entry) => Object.keys(entry).length === 0)).toEqual([]);
  expect(proven.filter(({ operation }) => tierOf(operation) !== 1)).toEqual([]);
  expect(Object.values(ambiguities).flatMap((entry) => (isProven(entry) ? [] : entry.filter((id) => tierOf(id) === 1)))).toEqual([]);
});
