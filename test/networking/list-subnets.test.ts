import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { pairOf, type Subnet, subnetsOf } from './support.js';

const emulator = await connectEmulator();

/** Subnets in two zones: a primary and a portable one for each side of each. */
async function inTwoZones() {
  const account = await emulator.account({ speed: 'instant' });
  const dallas = await account.createCluster({ name: 'dallas', dataCenter: 'dal10', workerNum: 1 });
  await account.createCluster({ name: 'london', dataCenter: 'lon02', workerNum: 1 });
  const zonesOf = async (query: string): Promise<string[]> =>
    (await account.get<Subnet[]>(`/v1/subnets${query}`)).body.map(({ properties }) => properties.datacenter);
  return { account, dallas, zonesOf };
}

describeOperation(emulator, 'listSubnets', () => {
  test('200: primary and portable subnets in the form of the classic infrastructure, not of VPC (R64, R65, A10)', async () => {
    const { account, dallas } = await inTwoZones();
    const { private: privateVlan } = await pairOf(account);
    const listed = await account.get<Subnet[]>('/v1/subnets');
    expect(listed.status).toBe(200);
    const ofVlan = listed.body.filter(({ vlan_id: vlan }) => vlan === privateVlan.id);
    expect(ofVlan).toEqual([
      {
        id: expect.stringMatching(/^\d{7}$/),
        type: 'private',
        vlan_id: privateVlan.id,
        ip_addresses: expect.any(Array),
        properties: {
          cidr: '26',
          network_identifier: '10.184.0.0',
          note: '',
          subnet_type: 'additional_primary',
          display_label: '10.184.0.0/26',
          gateway: '10.184.0.1',
          bound_cluster: '',
          datacenter: 'dal10',
        },
      },
      {
        id: expect.stringMatching(/^\d{7}$/),
        type: 'private',
        vlan_id: privateVlan.id,
        ip_addresses: [],
        properties: {
          cidr: '29',
          network_identifier: '10.184.0.64',
          note: '',
          subnet_type: 'secondary_on_vlan',
          display_label: '10.184.0.64/29',
          gateway: '10.184.0.65',
          bound_cluster: dallas,
          datacenter: 'dal10',
        },
      },
    ]);
  });

  test.each([
    ['', ['dal10', 'dal10', 'dal10', 'dal10', 'lon02', 'lon02', 'lon02', 'lon02']],
    ['?location=dal', ['dal10', 'dal10', 'dal10', 'dal10']],
    ['?location=lon', ['lon02', 'lon02', 'lon02', 'lon02']],
    ['?location=par', []],
    ['?datacenters=lon02', ['lon02', 'lon02', 'lon02', 'lon02']],
    ['?datacenters=lon02,%20dal10', ['dal10', 'dal10', 'dal10', 'dal10', 'lon02', 'lon02', 'lon02', 'lon02']],
    ['?datacenters=lon02,dal10', ['dal10', 'dal10', 'dal10', 'dal10', 'lon02', 'lon02', 'lon02', 'lon02']],
    ['?location=', ['dal10', 'dal10', 'dal10', 'dal10', 'lon02', 'lon02', 'lon02', 'lon02']],
  ])('200: %j takes those of the place, by the word of either client (R64)', async (query, zones) => {
    const { zonesOf } = await inTwoZones();
    expect((await zonesOf(query)).sort()).toEqual(zones);
  });

  test("200: an account's own alone", async () => {
    await inTwoZones();
    const stranger = await emulator.account();
    expect(await subnetsOf(stranger)).toEqual([]);
  });

  test('400: a place that no text can be', async () => {
    const account = await emulator.account();
    expect(await account.get('/v1/subnets?location=dal%00')).toMatchObject({ status: 400, body: { code: 'E0021' } });
  });
});
