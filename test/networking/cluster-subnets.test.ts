import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import { createSubnet, readyCluster } from './requests.js';
import { clusterSubnetsOf } from './support.js';

const emulator = await startEmulator();

describe('getClusterSubnets', () => {
  test('200: nothing before the first subnets come, and in a cluster that is to have none (R53, R55)', async () => {
    const account = await emulator.account();
    await account.createCluster({ noSubnet: true });
    const young = await account.get('/v1/clusters/shop/subnets');
    expect([young.status, young.body]).toEqual([200, []]);
    await account.settle();
    expect((await account.get('/v1/clusters/shop/subnets')).body).toEqual([]);
  });

  test('200: by VLAN, a further one beside the first; by id as by name (R50, R95)', async () => {
    const { account, cluster, privateVlan, publicVlan } = await readyCluster(emulator);
    await createSubnet(account, cluster, publicVlan);
    const listed = await clusterSubnetsOf(account, cluster);
    expect(listed.map(({ id, zone, subnets }) => [id, zone, subnets.map(({ cidr }) => cidr)])).toEqual([
      [privateVlan, 'dal10', ['10.184.0.64/29']],
      [publicVlan, 'dal10', ['169.48.0.16/29', '169.48.0.24/29']],
    ]);
    expect(await clusterSubnetsOf(account, 'shop')).toEqual(listed);
  });

  test("404: another account's cluster answers as one that nobody has", async () => {
    const [mine, other] = [await emulator.account(), await emulator.account()];
    const cluster = await other.createCluster();
    const foreign = await mine.get<Record<string, unknown>>(`/v1/clusters/${cluster}/subnets`);
    const unknown = await mine.get<Record<string, unknown>>('/v1/clusters/c0000000000000000000/subnets');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
  });
});
