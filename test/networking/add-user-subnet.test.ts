import { describe, expect, test } from '@jest/globals';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { addUserSubnet, blocksOf, clusterWithUserSubnet, createSubnet, readyCluster, userSubnetsOf } from './requests.js';
import { insertVlan } from './support.js';

const emulator = await connectEmulator();

const cidr = '10.91.40.0/24';

describeOperation(emulator, 'addClusterUserSubnet', () => {
  test('204: a block on a private VLAN, by VLAN, marked as the user\'s own (R61, R66)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    expect(await userSubnetsOf(account, cluster)).toEqual([]);
    const answer = await addUserSubnet(account, 'shop', { cidr: '10.91.40.0/29', vlan_id: privateVlan });
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(await userSubnetsOf(account, cluster)).toEqual([
      {
        id: privateVlan,
        subnets: [
          {
            id: expect.stringMatching(/^\d{7}$/),
            cidr: '10.91.40.0/29',
            ips: ['10.91.40.2', '10.91.40.3', '10.91.40.4', '10.91.40.5', '10.91.40.6'],
            is_byoip: true,
            is_public: false,
          },
        ],
        zone: 'dal10',
        region: 'us-south',
      },
    ]);
  });

  test.each([
    ['10.91.40.0/30', 1],
    ['10.91.40.0/24', 253],
  ])('204: %s has %i usable addresses (R62)', async (block, usable) => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    await addUserSubnet(account, cluster, { cidr: block, vlan_id: privateVlan });
    expect((await userSubnetsOf(account, cluster))[0]?.subnets[0]?.ips).toHaveLength(usable);
  });

  test('400: no body at all, as bluemix-go sends it: the missing fields are named (A15)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    for (const [body, fields] of [
      [undefined, 'cidr, vlan_id'],
      ['', 'cidr, vlan_id'],
      [{}, 'cidr, vlan_id'],
      [{ vlan_id: privateVlan }, 'cidr'],
      [{ cidr, vlan_id: '' }, 'vlan_id'],
    ] as const) {
      const refused = await addUserSubnet(account, cluster, body);
      expect(refused).toMatchObject({ status: 400, body: { code: 'E0020', description: `Required fields are missing: ${fields}.` } });
    }
  });

  test.each(['10.91.40.0/23', '10.91.40.0/31', '10.91.40.1/24', '10.91.40.0', 'a block', '10.91.40.0/24/24'])('400: the block %s (R61)', async (block) => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const refused = await addUserSubnet(account, cluster, { cidr: block, vlan_id: privateVlan });
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021', description: expect.stringContaining('cidr must be') as unknown } });
    expect(await userSubnetsOf(account, cluster)).toEqual([]);
  });

  test('400: on a public VLAN, or one that none of the workers is on (R61)', async () => {
    const { account, cluster, publicVlan, privateVlan } = await readyCluster(emulator);
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '07a.dal10' });
    for (const vlan of [publicVlan, '2000001', '9999999']) {
      const refused = await addUserSubnet(account, cluster, { cidr, vlan_id: vlan });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toMatch(new RegExp(`it must be one of: ${privateVlan}\\.$`));
    }
  });

  test.each([
    ['10.184.0.0/24', '10.184.0.0/26'],
    ['10.184.0.64/30', '10.184.0.64/29'],
    ['10.91.40.128/25', '10.91.40.0/24'],
  ])('409: %s, which overlaps %s (R61)', async (block, other) => {
    const { account, cluster, privateVlan } = await clusterWithUserSubnet(emulator, cidr);
    const refused = await addUserSubnet(account, cluster, { cidr: block, vlan_id: privateVlan });
    expect(refused).toMatchObject({ status: 409, body: { code: 'E0026', description: expect.stringContaining(`the subnet ${other}`) as unknown } });
  });

  test('409: one block for two clusters at the same time: exactly one gets it (R61)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    const answers = await Promise.all([cluster, other].map((id) => addUserSubnet(account, id, { cidr, vlan_id: privateVlan })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect([...(await userSubnetsOf(account, cluster)), ...(await userSubnetsOf(account, other))]).toHaveLength(1);
  });

  test('204: later orders stay clear of it (R39, R61)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    await addUserSubnet(account, cluster, { cidr: '10.184.0.72/29', vlan_id: privateVlan });
    await createSubnet(account, cluster, privateVlan);
    expect(await blocksOf(account, cluster)).toEqual(['10.184.0.64/29', '10.184.0.80/29', '169.48.0.16/29']);
  });

  test('goes with the cluster, and the block is free again (R68)', async () => {
    const { account, cluster, privateVlan } = await clusterWithUserSubnet(emulator, cidr);
    const other = await account.createCluster({ name: 'other', workerNum: 1 });
    await account.delete(`/v1/clusters/${cluster}`);
    await account.settle();
    expect((await addUserSubnet(account, other, { cidr, vlan_id: privateVlan })).status).toBe(204);
  });

  testClusterRefusals(emulator, (account, cluster) => addUserSubnet(account, cluster, { cidr, vlan_id: '1000003' }));
});

describe('Postgres itself refuses', () => {
  test.each([
    ['a user-managed subnet without a cluster', '10.91.40.0/24', false, 'subnets_fit_their_kind'],
    ['one larger than a /24', '10.91.0.0/23', true, 'subnets_fit_their_kind'],
    ['one smaller than a /30', '10.91.40.0/31', true, 'subnets_fit_their_kind'],
    ["one that overlaps the infrastructure's", '10.184.0.0/25', true, 'subnets_do_not_overlap'],
  ])('%s', async (_, block, bound, constraint) => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const insert = emulator.database.query(
      "INSERT INTO subnets (account_id, id, vlan_id, kind, cidr, cluster_id, created_at) VALUES ($1, '7000001', $2, 'user_managed', $3, $4, now())",
      [account.id, privateVlan, block, bound ? cluster : null],
    );
    await expect(insert).rejects.toMatchObject({ constraint });
  });
});
