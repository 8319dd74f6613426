import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { albsOf, clusterOf, clusterSubnetsOf, describeSubnets, insertVlan, pairOf, subnetsOf, vlansOf, workersOf } from './support.js';

const emulator = await connectEmulator();

describe('a cluster whose create names a private VLAN alone', () => {
  test('has workers without a public address and a public VLAN (R8, R9)', async () => {
    const account = await emulator.account();
    const privateVlan = await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    const cluster = await account.createCluster({ privateVlan, workerNum: 2 });
    await account.settle();
    const workers = await workersOf(account, cluster);
    expect(workers.map(({ privateIP, publicIP, publicVlan, state }) => ({ privateIP, publicIP, publicVlan, state }))).toEqual([
      { privateIP: '10.184.0.2', publicIP: '', publicVlan: '', state: 'normal' },
      { privateIP: '10.184.0.3', publicIP: '', publicVlan: '', state: 'normal' },
    ]);
    expect(workers.map((worker) => worker.privateVlan)).toEqual([privateVlan, privateVlan]);
  });

  test('gets no public VLAN, no public subnet, no public ALB and no subdomain (R9, R238, R254)', async () => {
    const account = await emulator.account();
    const privateVlan = await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    const cluster = await account.createCluster({ privateVlan });
    await account.settle();
    expect((await vlansOf(account)).map(({ id }) => id)).toEqual([privateVlan]);
    expect(describeSubnets(await subnetsOf(account))).toEqual(['10.184.0.0/26 private primary', '10.184.0.64/29 private portable']);
    expect(await albsOf(account, cluster)).toMatchObject([
      { albID: `private-cr${cluster}-alb1`, albType: 'private', enable: false, state: 'disabled', albip: '' },
    ]);
    const { state, ingressHostname, ingressSecretName } = await clusterOf(account, cluster);
    expect([state, ingressHostname, ingressSecretName]).toEqual(['normal', '', '']);
  });

  test('shares the private VLAN of a pair, and leaves the public one alone (R9, R32)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'both', workerNum: 1 });
    const pair = await pairOf(account);
    const cluster = await account.createCluster({ name: 'inner', workerNum: 1, privateVlan: pair.private.id, publicVlan: '' });
    await account.settle();
    expect(await workersOf(account, cluster)).toMatchObject([{ privateIP: '10.184.0.3', publicIP: '', publicVlan: '' }]);
    expect((await clusterSubnetsOf(account, cluster)).map(({ id }) => id)).toEqual([pair.private.id]);
    expect(await vlansOf(account)).toHaveLength(2);
  });
});

describe('a create with privateOnly and no VLAN', () => {
  test('makes a private VLAN alone where the zone has none (R9)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster({ privateOnly: true });
    await account.settle();
    expect(await vlansOf(account)).toMatchObject([{ type: 'private' }]);
    expect(describeSubnets(await subnetsOf(account))).toEqual(['10.184.0.0/26 private primary', '10.184.0.64/29 private portable']);
    expect(await clusterOf(account, cluster)).toMatchObject({ state: 'normal', ingressHostname: '' });
  });

  test('reuses the private VLAN with the lowest id where the zone has some (R9, R4)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000004', side: 'private', router: '01a.dal10' });
    await insertVlan(emulator, account, { id: '2000002', side: 'private', router: '02a.dal10' });
    const cluster = await account.createCluster({ privateOnly: true, workerNum: 1 });
    expect(await workersOf(account, cluster)).toMatchObject([{ privateVlan: '2000002', publicVlan: '' }]);
    expect(await vlansOf(account)).toHaveLength(2);
  });

  test('makes it behind the router of an existing public VLAN, so that they are a pair later (R2, R9)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000001', side: 'public', router: '07a.dal10' });
    await account.createCluster({ privateOnly: true });
    expect((await pairOf(account)).private.properties.primary_router).toBe('bcr07a.dal10');
  });

  test('a later cluster with both sides gets its public VLAN behind the same router (R2, R4)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'inner', privateOnly: true });
    const [inner] = await vlansOf(account);
    await account.createCluster({ name: 'both' });
    const pair = await pairOf(account);
    expect(pair.private.id).toBe(inner?.id);
    expect(pair.public.properties.primary_router).toBe(pair.private.properties.primary_router.replace('bcr', 'fcr'));
  });
});
