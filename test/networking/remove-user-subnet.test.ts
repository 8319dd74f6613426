import { expect, test } from '@jest/globals';
import { albOf, enable } from '../albs/support.js';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { addUserSubnet, clusterWithUserSubnet, type ErrorBody, userSubnetsOf } from './requests.js';
import { subnetsOf } from './support.js';

const emulator = await connectEmulator();

const cidr = '10.91.40.0/24';

const removeUserSubnet = (account: TestAccount, cluster: string, subnet: string, vlan: string) =>
  account.delete<ErrorBody>(`/v1/clusters/${cluster}/usersubnets/${encodeURIComponent(subnet)}/vlans/${vlan}`);

describeOperation(emulator, 'removeClusterUserSubnet', () => {
  test('204: by its id, and by its block', async () => {
    const { account, cluster, privateVlan, subnet } = await clusterWithUserSubnet(emulator, cidr);
    const answer = await removeUserSubnet(account, 'shop', subnet, privateVlan);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await userSubnetsOf(account, cluster)).toEqual([]);
    await addUserSubnet(account, cluster, { cidr, vlan_id: privateVlan });
    expect((await removeUserSubnet(account, cluster, cidr, privateVlan)).status).toBe(204);
    expect(await userSubnetsOf(account, cluster)).toEqual([]);
  });

  test('204: an ALB that uses an address of it goes on with it (R63)', async () => {
    const { account, cluster, privateVlan, subnet } = await clusterWithUserSubnet(emulator, cidr);
    const alb = `private-cr${cluster}-alb1`;
    await enable(account, alb, { albip: '10.91.40.9' });
    expect((await removeUserSubnet(account, cluster, subnet, privateVlan)).status).toBe(204);
    await account.settle();
    expect(await albOf(account, alb)).toMatchObject({ enable: true, status: 'healthy', albip: '10.91.40.9' });
  });

  test('404: an unknown one, one on another VLAN than is named, a portable one, an unknown cluster', async () => {
    const { account, cluster, publicVlan, privateVlan, subnet } = await clusterWithUserSubnet(emulator, cidr);
    const [portable] = (await subnetsOf(account)).filter(({ properties }) => properties.bound_cluster === cluster);
    for (const [id, vlan] of [
      ['9999999', privateVlan],
      [subnet, publicVlan],
      [portable?.id ?? '', portable?.vlan_id ?? ''],
    ] as const) {
      expect(await removeUserSubnet(account, cluster, id, vlan)).toMatchObject({ status: 404, body: { code: 'E0013' } });
    }
    expect(await removeUserSubnet(account, 'nobody', subnet, privateVlan)).toMatchObject({ status: 404, body: { code: 'G0004' } });
    expect(await userSubnetsOf(account, cluster)).toHaveLength(1);
  });

  testClusterRefusals(emulator, (account, cluster) => removeUserSubnet(account, cluster, '7000000', '1000003'));
});
