import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { clusterRequest, expectNothingWritten, expectRefusal, invalid, type Refusal } from './refusals.js';

const emulator = await connectEmulator();

const NAME = 'name must begin with a letter, then have only letters, digits, hyphens, periods and underscores, 35 characters at most';
const VERSIONS =
  '1.36, 1.35, 1.34, 1.33, 4.19_openshift, 4.18_openshift, 4.17_openshift, 4.16_openshift, 4.15_openshift, 4.14_openshift';
const ZONES =
  'syd01, syd04, syd05, osa21, osa22, osa23, tok02, tok04, tok05, fra02, fra04, fra05, lon02, lon04, lon05, lon06, dal10, dal12, ' +
  'dal13, wdc04, wdc06, wdc07, che01, sng01, par01, mil01, ams03, mon01, tor01, sjc03, sjc04, sao01';
const CIDR = 'must be an IPv4 network in CIDR form, such as 172.30.0.0/16, without host bits';
const RANGES = 'must lie within 172.17.0.0/16, 172.21.0.0 - 172.31.255.255, 192.168.0.0/16, 198.18.0.0/15';

const missing = (fields: string): Refusal => ({
  status: 400,
  code: 'E0020',
  type: 'Provisioning',
  description: `Required fields are missing: ${fields}.`,
});

const wrong: readonly (readonly [what: string, fields: Readonly<Record<string, unknown>>, refusal: Refusal])[] = [
  ['a zone that does not exist', { dataCenter: 'mars01' }, invalid(`dataCenter 'mars01' is not a classic zone; it must be one of: ${ZONES}`)],
  ['a zone of VPC', { dataCenter: 'us-south-1' }, invalid(`dataCenter 'us-south-1' is not a classic zone; it must be one of: ${ZONES}`)],
  ['a zone named like a method of objects', { dataCenter: 'toString' }, invalid(`dataCenter 'toString' is not a classic zone; it must be one of: ${ZONES}`)],
  ['no zone', { dataCenter: undefined }, missing('dataCenter')],
  ['an empty zone', { dataCenter: '' }, missing('dataCenter')],
  ['no name, zone and flavor', { name: null, dataCenter: '', machineType: undefined }, missing('name, dataCenter, machineType')],
  ...['1shop', '-shop', '_shop', '.shop', 'my shop', 'shop/1', 'a'.repeat(36), 'café', '店', ' ', 'shop\n', '__proto__'].map(
    (name) => [`the name ${JSON.stringify(name)}`, { name }, invalid(NAME)] as const,
  ),
  ['no workers', { workerNum: 0 }, invalid('workerNum must be 1 or more')],
  ['less than no workers', { workerNum: -1 }, invalid('workerNum must be 1 or more')],
  ['a billion workers', { workerNum: 1e9 }, invalid('workerNum must be 10000 or less')],
  ['more workers than whole numbers reach', { workerNum: 1e308 }, invalid('workerNum must be 10000 or less')],
  ['as many less', { workerNum: -1e308 }, invalid('workerNum must be 1 or more')],
  ['a text of workers', { workerNum: '3' }, invalid('workerNum must be a number')],
  ['half a worker', { workerNum: 2.5 }, invalid('workerNum must be a whole number')],
  ...['1.2', '1.36.3_9', 'latest', ' 1.36', '__proto__'].map(
    (masterVersion) =>
      [`the version '${masterVersion}'`, { masterVersion }, invalid(`masterVersion '${masterVersion}' is not supported; it must be one of: ${VERSIONS}`)] as const,
  ),
  ['an unknown isolation', { isolation: 'shared' }, invalid('isolation must be one of: public, private')],
  ['an operating system that the version lacks', { operatingSystem: 'WINDOWS_95' }, invalid('operatingSystem must be one of: UBUNTU_24_64')],
  ['a pool name with a space', { defaultWorkerPoolName: 'my pool' }, invalid('defaultWorkerPoolName must begin with a letter, then have only letters, digits, hyphens, periods and underscores, 32 characters at most')],
  ['an unknown entitlement', { defaultWorkerPoolEntitlement: 'all' }, invalid('defaultWorkerPoolEntitlement must be one of: cloud_pak, ocp_entitled')],
  ...['172.30.1.0/16', '172.30.0.0', 'big', 'fd00::/8', '172.30.0.0/33', '172.30.0.0/-1', '172.30.0.0/016', '172.030.0.0/16', ' 172.30.0.0/16', '172.30/16', '172.30.0.0/16/16'].map(
    (cidr) => [`pods in '${cidr}'`, { podSubnet: cidr }, invalid(`podSubnet ${CIDR}`)] as const,
  ),
  ['services in a word', { serviceSubnet: 'big' }, invalid(`serviceSubnet ${CIDR}`)],
  ['too few addresses for pods', { podSubnet: '172.30.0.0/24' }, invalid('podSubnet must be a /23 or larger')],
  ['too few addresses for services', { serviceSubnet: '172.21.0.0/25' }, invalid('serviceSubnet must be a /24 or larger')],
  ...['10.0.0.0/16', '172.16.0.0/16', '172.18.0.0/16', '172.20.0.0/14', '0.0.0.0/0'].map(
    (cidr) => [`pods in the prohibited ${cidr}`, { podSubnet: cidr }, invalid(`podSubnet ${RANGES}`)] as const,
  ),
  ['pods where services are by default', { podSubnet: '172.21.0.0/16' }, invalid('podSubnet 172.21.0.0/16 and serviceSubnet 172.21.0.0/16 overlap; they must not')],
  ['services among the pods', { podSubnet: '172.24.0.0/14', serviceSubnet: '172.25.0.0/16' }, invalid('podSubnet 172.24.0.0/14 and serviceSubnet 172.25.0.0/16 overlap; they must not')],
  ['a VLAN that does not exist', { privateVlan: '1000001' }, invalid('privateVlan 1000001 is not a VLAN of this account in zone dal10; list them with GET /v1/datacenters/dal10/vlans and name the id, not the VLAN number')],
  ['a public VLAN alone', { publicVlan: '1000001' }, invalid('privateVlan is required when publicVlan is named')],
  ['a public VLAN for private-only workers', { publicVlan: '1000001', privateOnly: true }, invalid('publicVlan cannot be combined with privateOnly')],
  ['a gateway cluster', { gatewayEnabled: true }, invalid('gatewayEnabled must be false: gateway clusters are not built in this emulator')],
  [
    'several fields',
    { name: 7, workerNum: 0, noSubnet: 'yes', isolation: 'none', dataCenter: null },
    invalid('name must be a string; dataCenter is required; workerNum must be 1 or more; isolation must be one of: public, private; noSubnet must be true or false'),
  ],
];

describe('createCluster refuses, and writes nothing,', () => {
  test.each(wrong)('%s', async (_, fields, refusal) => {
    const account = await emulator.account();
    await expectNothingWritten(emulator, account, async () => {
      expectRefusal(await account.post('/v1/clusters', { ...clusterRequest, ...fields }), refusal);
    });
  });

  test.each([
    ['that nobody has', 'x9.9x9', 'dal10'],
    ['that the zone does not have', 'm3c.64x512', 'sao01'],
    ['named like a method of objects', 'constructor', 'dal10'],
  ])('a flavor %s', async (_, machineType, dataCenter) => {
    const account = await emulator.account();
    const offered = (await account.get<{ name: string; deprecated: boolean }[]>(`/v1/datacenters/${dataCenter}/machine-types`)).body;
    const names = offered.filter(({ deprecated }) => !deprecated).map(({ name }) => name.replace(/\.encrypted$/, ''));
    expect(names).toContain('b3c.4x16');
    await expectNothingWritten(emulator, account, async () => {
      const refused = await account.post<{ description: string }>('/v1/clusters', { ...clusterRequest, machineType, dataCenter });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain(
        `The request is not valid: machineType '${machineType}' is not offered in zone ${dataCenter}; it must be one of: `,
      );
      const listed = refused.body.description.replace(/^.*one of: (.*)\.$/, '$1').split(', ');
      expect([...listed].sort()).toEqual([...new Set(names)].sort());
    });
  });

  test('a resource group that the account lacks', async () => {
    const account = await emulator.account();
    await expectNothingWritten(emulator, account, async () => {
      const refused = await account.post('/v1/clusters', clusterRequest, { 'x-auth-resource-group': 'nobodys' });
      expectRefusal(refused, invalid("the header X-Auth-Resource-Group names 'nobodys', which is no resource group of this account"));
    });
  });

  test('workerNum null counts as absent: one worker for each zone', async () => {
    const account = await emulator.account();
    const id = await account.createCluster({ workerNum: null });
    expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ workerCount: 1 });
  });
});

describe('the VLANs of a create', () => {
  interface Vlan {
    readonly id: string;
    readonly type: 'public' | 'private';
  }
  const vlansOf = async (account: Awaited<ReturnType<typeof emulator.account>>): Promise<Record<Vlan['type'], string>> => {
    await account.createCluster({ name: 'first' });
    const { body } = await account.get<Vlan[]>('/v1/datacenters/dal10/vlans');
    return Object.fromEntries(body.map(({ type, id }) => [type, id])) as Record<Vlan['type'], string>;
  };
  const notOurs = (field: string, id: string, zone: string): Refusal =>
    invalid(`${field} ${id} is not a VLAN of this account in zone ${zone}; list them with GET /v1/datacenters/${zone}/vlans and name the id, not the VLAN number`);

  test("are refused when they are another account's, as if they did not exist", async () => {
    const [owner, stranger] = [await emulator.account(), await emulator.account()];
    const { private: privateVlan, public: publicVlan } = await vlansOf(owner);
    await expectNothingWritten(emulator, stranger, async () => {
      const refused = await stranger.post('/v1/clusters', { ...clusterRequest, privateVlan, publicVlan });
      expectRefusal(refused, notOurs('privateVlan', privateVlan, 'dal10'));
    });
  });

  test('are refused when they are in another zone', async () => {
    const account = await emulator.account();
    const { private: privateVlan } = await vlansOf(account);
    await expectNothingWritten(emulator, account, async () => {
      const refused = await account.post('/v1/clusters', { ...clusterRequest, dataCenter: 'dal12', privateVlan });
      expectRefusal(refused, notOurs('privateVlan', privateVlan, 'dal12'));
    });
  });

  test('are refused when their types are exchanged', async () => {
    const account = await emulator.account();
    const vlans = await vlansOf(account);
    await expectNothingWritten(emulator, account, async () => {
      const exchanged = await account.post('/v1/clusters', { ...clusterRequest, privateVlan: vlans.public, publicVlan: vlans.private });
      expectRefusal(exchanged, invalid(`privateVlan ${vlans.public} is a public VLAN; it must be a private one`));
      const twice = await account.post('/v1/clusters', { ...clusterRequest, privateVlan: vlans.private, publicVlan: vlans.private });
      expectRefusal(twice, invalid(`publicVlan ${vlans.private} is a private VLAN; it must be a public one`));
    });
  });
});
