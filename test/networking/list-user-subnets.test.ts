import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import { addUserSubnet, blocksOf, readyCluster, userSubnetsOf } from './requests.js';
import { type Cluster, subnetsOf } from './support.js';

const emulator = await startEmulator();

const cidr = '10.91.40.0/24';

describe('getClusterUserSubnet', () => {
  test("200: an empty list, then the user's own subnets by VLAN, by id as by name of the cluster (R61, R95)", async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const none = await account.get(`/v1/clusters/${cluster}/usersubnets`);
    expect([none.status, none.body]).toEqual([200, []]);
    await addUserSubnet(account, cluster, { cidr: '10.91.40.0/30', vlan_id: privateVlan });
    await addUserSubnet(account, cluster, { cidr: '10.91.41.0/30', vlan_id: privateVlan });
    const listed = await userSubnetsOf(account, cluster);
    expect(listed).toMatchObject([{ id: privateVlan, zone: 'dal10', subnets: [{ cidr: '10.91.40.0/30' }, { cidr: '10.91.41.0/30' }] }]);
    expect(await userSubnetsOf(account, 'shop')).toEqual(listed);
  });

  test('200: shown with the cluster\'s resources, neither among its portable subnets nor the account\'s (R64, R66)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    await addUserSubnet(account, cluster, { cidr, vlan_id: privateVlan });
    const shown = await account.get<Cluster>(`/v1/clusters/${cluster}?showResources=true`);
    const blocks = shown.body.vlans.flatMap(({ subnets }) => subnets.map((subnet) => [subnet.cidr, (subnet as { is_byoip?: boolean }).is_byoip]));
    expect(blocks).toEqual([
      ['10.184.0.64/29', false],
      [cidr, true],
      ['169.48.0.16/29', false],
    ]);
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
    expect((await subnetsOf(account)).map(({ properties }) => properties.display_label)).not.toContain(cidr);
  });

  test("404: an unknown cluster, and another account's", async () => {
    const { cluster } = await readyCluster(emulator);
    const stranger = await emulator.account();
    for (const word of [cluster, 'shop', 'nobody']) {
      const missing = await stranger.get(`/v1/clusters/${word}/usersubnets`);
      expect(missing).toMatchObject({ status: 404, body: { code: 'G0004', description: 'The specified cluster could not be found.' } });
    }
  });
});
