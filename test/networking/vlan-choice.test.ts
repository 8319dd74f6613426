import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { insertVlan, pairOf, subnetsOf, vlansOf, workersOf } from './support.js';

const emulator = await connectEmulator();

/** The VLANs that a cluster created without naming any is on. */
async function chosen(account: TestAccount, request: Readonly<Record<string, unknown>> = {}): Promise<{ private?: string; public?: string }> {
  const cluster = await account.createCluster({ workerNum: 1, ...request });
  const [worker] = await workersOf(account, cluster);
  return { private: worker?.privateVlan ?? 'no worker', public: worker?.publicVlan ?? 'no worker' };
}

describe('a create that names no VLAN, in a zone that has VLANs', () => {
  test('takes the pair with the lowest private id, compared as numbers (R4)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    await insertVlan(emulator, account, { id: '2000002', side: 'public', router: '01a.dal10' });
    // Six digits, as old VLANs have: the lowest number, though the last text.
    await insertVlan(emulator, account, { id: '900001', side: 'private', router: '02a.dal10' });
    await insertVlan(emulator, account, { id: '2000009', side: 'public', router: '02a.dal10' });
    expect(await chosen(account)).toEqual({ private: '900001', public: '2000009' });
    expect(await vlansOf(account)).toHaveLength(4);
  });

  test('takes the lowest public id beside that private VLAN (R4)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    await insertVlan(emulator, account, { id: '2000012', side: 'public', router: '01a.dal10' });
    await insertVlan(emulator, account, { id: '2000010', side: 'public', router: '01a.dal10' });
    expect(await chosen(account)).toEqual({ private: '2000001', public: '2000010' });
  });

  test('passes over a lower private VLAN that has no partner (R4)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    await insertVlan(emulator, account, { id: '2000005', side: 'private', router: '02a.dal10' });
    await insertVlan(emulator, account, { id: '2000003', side: 'public', router: '02a.dal10' });
    expect(await chosen(account)).toEqual({ private: '2000005', public: '2000003' });
    expect(await vlansOf(account)).toHaveLength(3);
  });

  test('makes the missing public side behind the router of the private VLAN with the lowest id (R4)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000004', side: 'private', router: '03a.dal10' });
    await insertVlan(emulator, account, { id: '2000002', side: 'private', router: '02a.dal10' });
    const vlans = await chosen(account);
    expect(vlans.private).toBe('2000002');
    const made = (await vlansOf(account)).filter(({ type }) => type === 'public');
    expect(made).toMatchObject([{ id: vlans.public, properties: { primary_router: 'fcr02a.dal10' } }]);
  });

  test('makes the missing public side also where public VLANs are behind other routers (R4)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000002', side: 'private', router: '02a.dal10' });
    await insertVlan(emulator, account, { id: '2000001', side: 'public', router: '01a.dal10' });
    const vlans = await chosen(account);
    expect(vlans.private).toBe('2000002');
    expect(await vlansOf(account)).toMatchObject([
      { id: vlans.public, type: 'public', properties: { primary_router: 'fcr02a.dal10' } },
      { id: '2000001', type: 'public' },
      { id: '2000002', type: 'private' },
    ]);
  });

  test('makes the missing private side behind the router of the public VLAN with the lowest id (R4)', async () => {
    const account = await emulator.account();
    await insertVlan(emulator, account, { id: '2000006', side: 'public', router: '03a.dal10' });
    await insertVlan(emulator, account, { id: '2000001', side: 'public', router: '02a.dal10' });
    const vlans = await chosen(account);
    expect(vlans.public).toBe('2000001');
    const made = (await vlansOf(account)).filter(({ type }) => type === 'private');
    expect(made).toMatchObject([{ id: vlans.private, properties: { primary_router: 'bcr02a.dal10' } }]);
  });

  test('counts empty names as absent, as Terraform sends them (R4, R86)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first' });
    const pair = await pairOf(account);
    expect(await chosen(account, { publicVlan: '', privateVlan: '' })).toEqual({ private: pair.private.id, public: pair.public.id });
  });

  test('shows the chosen ids on the pool zone (R4)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first' });
    const pair = await pairOf(account);
    await account.createCluster({ name: 'second' });
    const pools = await account.get('/v1/clusters/second/workerpools');
    expect(pools.body).toMatchObject([{ zones: [{ id: 'dal10', privateVlan: pair.private.id, publicVlan: pair.public.id }] }]);
  });
});

describe('with vlanPolicy require', () => {
  test('400 E0020: the same call is refused and makes nothing (R4)', async () => {
    const account = await emulator.account({ vlanPolicy: 'require' });
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '01a.dal10' });
    const answer = await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'E0020', description: expect.stringContaining('privateVlan') });
    expect((await account.get('/v1/clusters')).body).toEqual([]);
    expect((await vlansOf(account)).map(({ id }) => id)).toEqual(['2000001']);
    expect(await subnetsOf(account)).toEqual([]);
  });

  test('400 E0020: privateOnly without a VLAN is refused too (R4, R9)', async () => {
    const account = await emulator.account({ vlanPolicy: 'require' });
    await account.createCluster({ name: 'first' });
    const answer = await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', privateOnly: true });
    expect(answer).toMatchObject({ status: 400, body: { code: 'E0020' } });
  });

  test('201: a zone without VLANs still gets its pair (R4, R1)', async () => {
    const account = await emulator.account({ vlanPolicy: 'require' });
    await account.createCluster({ name: 'dallas', dataCenter: 'dal10' });
    await account.createCluster({ name: 'london', dataCenter: 'lon02' });
    expect(await vlansOf(account, 'dal10')).toHaveLength(2);
    expect(await vlansOf(account, 'lon02')).toHaveLength(2);
  });

  test('201: a create that names the pair is accepted (R4)', async () => {
    const account = await emulator.account({ vlanPolicy: 'require' });
    await account.createCluster({ name: 'first' });
    const pair = await pairOf(account);
    const vlans = await chosen(account, { privateVlan: pair.private.id, publicVlan: pair.public.id });
    expect(vlans).toEqual({ private: pair.private.id, public: pair.public.id });
  });
});
