import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { blocksOf, createSubnet, detachSubnet, readyCluster } from './requests.js';
import { addresses, clusterSubnetsOf, pairOf } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusterSubnets', () => {
  test('200: none, then the portable subnets by VLAN, each with the addresses that can be used (R50, R51, R66)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect(await account.get('/v1/clusters/shop/subnets')).toMatchObject({ status: 200, body: [] });
    await account.settle();
    const pair = await pairOf(account);
    expect((await account.get('/v1/clusters/shop/subnets')).body).toEqual([
      {
        id: pair.private.id,
        subnets: [{ id: expect.stringMatching(/^\d{7}$/), cidr: '10.184.0.64/29', ips: addresses('10.184.0.', 66, 70), is_byoip: false, is_public: false }],
        zone: 'dal10',
        region: 'us-south',
      },
      {
        id: pair.public.id,
        subnets: [{ id: expect.stringMatching(/^\d{7}$/), cidr: '169.48.0.16/29', ips: addresses('169.48.0.', 18, 22), is_byoip: false, is_public: true }],
        zone: 'dal10',
        region: 'us-south',
      },
    ]);
  });

  test('200: what is ordered later stands with its VLAN; what is detached is gone (R58, R59)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    await createSubnet(account, cluster, privateVlan, '?size=16');
    const [ofPrivate] = await clusterSubnetsOf(account, cluster);
    expect(ofPrivate?.subnets.map(({ cidr }) => cidr)).toEqual(['10.184.0.64/29', '10.184.0.80/28']);
    await detachSubnet(account, cluster, ofPrivate?.subnets[1]?.id ?? '');
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '169.48.0.16/29']);
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v1/clusters/${cluster}/subnets`));
});
