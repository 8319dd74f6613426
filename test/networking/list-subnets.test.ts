import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import { pairOf, subnetsOf } from './support.js';

const emulator = await startEmulator();

describe('listSubnets', () => {
  test('200: portable subnets with the cluster that they are bound to (R52, R64)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const pair = await pairOf(account);
    const portable = (await subnetsOf(account)).filter(({ properties }) => properties.subnet_type === 'secondary_on_vlan');
    expect(portable.find(({ type }) => type === 'private')).toEqual({
      id: expect.stringMatching(/^\d{7}$/),
      type: 'private',
      vlan_id: pair.private.id,
      ip_addresses: [],
      properties: {
        cidr: '29',
        network_identifier: '10.184.0.64',
        note: '',
        subnet_type: 'secondary_on_vlan',
        display_label: '10.184.0.64/29',
        gateway: '10.184.0.65',
        bound_cluster: cluster,
        datacenter: 'dal10',
      },
    });
    expect(portable.map(({ type }) => type).sort()).toEqual(['private', 'public']);
  });

  test('200: covers a metro with location, and zones with datacenters (R64)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'a', dataCenter: 'dal10' });
    await account.createCluster({ name: 'b', dataCenter: 'dal12' });
    await account.createCluster({ name: 'c', dataCenter: 'par01' });
    const zonesOf = async (query: string) => {
      const { body } = await account.get<{ properties: { datacenter: string } }[]>(`/v1/subnets${query}`);
      return body.map(({ properties }) => properties.datacenter).sort();
    };
    expect(await zonesOf('')).toEqual(['dal10', 'dal10', 'dal12', 'dal12', 'par01', 'par01']);
    expect(await zonesOf('?location=dal')).toEqual(['dal10', 'dal10', 'dal12', 'dal12']);
    expect(await zonesOf('?location=par')).toEqual(['par01', 'par01']);
    expect(await zonesOf('?datacenters=dal12')).toEqual(['dal12', 'dal12']);
    expect(await zonesOf('?datacenters=dal12,par01')).toEqual(['dal12', 'dal12', 'par01', 'par01']);
    expect(await zonesOf('?location=nowhere')).toEqual([]);
    expect(await zonesOf('?location=')).toEqual(['dal10', 'dal10', 'dal12', 'dal12', 'par01', 'par01']);
  });

  test("200: never shows another account's (R64)", async () => {
    const [mine, other] = [await emulator.account(), await emulator.account()];
    await other.createCluster();
    expect(await subnetsOf(mine)).toEqual([]);
  });

});
