import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { insertVlan, pairOf, subnetsOf, vlansOf, workersOf } from './support.js';

const emulator = await connectEmulator();

/** Two clusters' worth of VLANs: the pair of dal10 that `first` is on. */
async function accountWithPair() {
  const account = await emulator.account();
  await account.createCluster({ name: 'first' });
  return { account, pair: await pairOf(account) };
}

/** Sends the create, expects 400, and that nothing was written; answers what it says. */
async function refusal(account: TestAccount, request: Readonly<Record<string, unknown>>): Promise<string> {
  const look = async () => [(await account.get('/v1/clusters')).body, await vlansOf(account), await subnetsOf(account)];
  const before = await look();
  const answer = await account.post<{ description: string }>('/v1/clusters', {
    name: 'second',
    dataCenter: 'dal10',
    machineType: 'b3c.4x16',
    ...request,
  });
  expect(answer.status).toBe(400);
  expect(await look()).toEqual(before);
  return answer.body.description;
}

describe('a create that names its VLANs', () => {
  test('201: is on exactly those (R6)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first' });
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '07a.dal10' });
    await insertVlan(emulator, account, { id: '2000002', side: 'public', router: '07a.dal10' });
    const cluster = await account.createCluster({ name: 'second', workerNum: 1, privateVlan: '2000001', publicVlan: '2000002' });
    expect(await workersOf(account, cluster)).toMatchObject([{ privateVlan: '2000001', publicVlan: '2000002' }]);
    expect(await vlansOf(account)).toHaveLength(4);
  });

  test('400: when the routers do not match, naming both (R5)', async () => {
    const { account, pair } = await accountWithPair();
    const publicVlan = await insertVlan(emulator, account, { id: '2000002', side: 'public', router: '07a.dal10' });
    const description = await refusal(account, { privateVlan: pair.private.id, publicVlan });
    expect(description).toContain('fcr07a.dal10');
    expect(description).toContain(pair.private.properties.primary_router);
  });

  test('400: when a VLAN does not exist (R6, R7)', async () => {
    const { account, pair } = await accountWithPair();
    expect(await refusal(account, { privateVlan: '9999999', publicVlan: pair.public.id })).toContain('privateVlan 9999999');
    expect(await refusal(account, { privateVlan: pair.private.id, publicVlan: '9999999' })).toContain('publicVlan 9999999');
  });

  test('400: when a VLAN is of another zone (R6)', async () => {
    const { account } = await accountWithPair();
    await account.createCluster({ name: 'neighbour', dataCenter: 'dal12' });
    const neighbour = await pairOf(account, 'dal12');
    const description = await refusal(account, { privateVlan: neighbour.private.id, publicVlan: neighbour.public.id });
    expect(description).toContain(`privateVlan ${neighbour.private.id} is not a VLAN of this account in zone dal10`);
  });

  test('400: a VLAN of another account answers as one that nobody has (R6)', async () => {
    const { account } = await accountWithPair();
    const { account: other } = await accountWithPair();
    await insertVlan(emulator, other, { id: '3000001', side: 'private', router: '01a.dal10' });
    const foreign = await refusal(account, { privateVlan: '3000001' });
    const unknown = await refusal(account, { privateVlan: '3000002' });
    expect(foreign.replaceAll('3000001', '3000002')).toBe(unknown);
  });

  test('400: when the VLAN number is given in place of the id (R6)', async () => {
    const { account, pair } = await accountWithPair();
    const number = pair.private.properties.vlan_number;
    const description = await refusal(account, { privateVlan: number, publicVlan: pair.public.id });
    expect(description).toContain(`privateVlan ${number} `);
    expect(description).toContain('not the VLAN number');
  });

  test('400: when a public VLAN stands where a private one is wanted, and the other way round (R6)', async () => {
    const { account, pair } = await accountWithPair();
    expect(await refusal(account, { privateVlan: pair.public.id, publicVlan: pair.public.id })).toContain(
      `privateVlan ${pair.public.id} is a public VLAN`,
    );
    expect(await refusal(account, { privateVlan: pair.private.id, publicVlan: pair.private.id })).toContain(
      `publicVlan ${pair.private.id} is a private VLAN`,
    );
  });

  test('400: when the public VLAN is named alone (R8, R9)', async () => {
    const { account, pair } = await accountWithPair();
    expect(await refusal(account, { publicVlan: pair.public.id })).toContain('privateVlan');
    expect(await refusal(account, { publicVlan: pair.public.id, privateVlan: '' })).toContain('privateVlan');
  });

  test('400: when privateOnly comes with a public VLAN (R10)', async () => {
    const { account, pair } = await accountWithPair();
    const description = await refusal(account, { privateOnly: true, privateVlan: pair.private.id, publicVlan: pair.public.id });
    expect(description).toContain('privateOnly');
  });

  test('400: when an OpenShift cluster would be private-only (R12)', async () => {
    const { account, pair } = await accountWithPair();
    const versions = await account.get<{ openshift: { major: number; minor: number; default: boolean }[] }>('/v1/versions');
    const version = versions.body.openshift.find((candidate) => candidate.default);
    const masterVersion = `${version?.major}.${version?.minor}_openshift`;
    expect(await refusal(account, { masterVersion, machineType: 'b3c.8x32', privateVlan: pair.private.id })).toContain('OpenShift');
  });
});
