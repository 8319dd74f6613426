import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { addUserSubnet, blocksOf, clusterWithUserSubnet, readyCluster } from './requests.js';
import { type clusterOf, subnetsOf } from './support.js';

const emulator = await connectEmulator();

const cidr = '10.91.40.0/24';

describeOperation(emulator, 'getClusterUserSubnet', () => {
  test('200: none, then each by its VLAN, marked as the user\'s own (R61, R66)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const url = '/v1/clusters/shop/usersubnets';
    expect(await account.get(url)).toMatchObject({ status: 200, body: [] });
    await addUserSubnet(account, cluster, { cidr, vlan_id: privateVlan });
    await addUserSubnet(account, cluster, { cidr: '10.91.41.0/30', vlan_id: privateVlan });
    const ips = Array.from({ length: 253 }, (_, index) => `10.91.40.${index + 2}`);
    expect((await account.get(url)).body).toEqual([
      {
        id: privateVlan,
        subnets: [
          { id: expect.stringMatching(/^\d{7}$/), cidr, ips, is_byoip: true, is_public: false },
          { id: expect.stringMatching(/^\d{7}$/), cidr: '10.91.41.0/30', ips: ['10.91.41.2'], is_byoip: true, is_public: false },
        ],
        zone: 'dal10',
        region: 'us-south',
      },
    ]);
  });

  test('200: shown with the cluster\'s resources, neither among its portable subnets nor the account\'s (R64, R66)', async () => {
    const { account, cluster } = await clusterWithUserSubnet(emulator, cidr);
    const shown = await account.get<Awaited<ReturnType<typeof clusterOf>>>(`/v1/clusters/${cluster}?showResources=true`);
    const blocks = shown.body.vlans.flatMap(({ subnets }) => subnets.map((subnet) => [subnet.cidr, (subnet as { is_byoip?: boolean }).is_byoip]));
    expect(blocks).toEqual([
      ['10.184.0.64/29', false],
      [cidr, true],
      ['169.48.0.16/29', false],
    ]);
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
    expect((await subnetsOf(account)).map(({ properties }) => properties.display_label)).not.toContain(cidr);
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v1/clusters/${cluster}/usersubnets`));
});
