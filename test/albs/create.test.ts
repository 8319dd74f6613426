import { expect, test } from '@jest/globals';
import { albsOf, insertVlan, pairOf } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { addressesOf, albOf, create, enable, readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'createALB', () => {
  test('201: answers ALB and cluster; its number is the highest and one (R241)', async () => {
    const { account, cluster, publicVlan, privateVlan } = await readyCluster(emulator);
    const first = await create(account, 'shop', { type: 'private', vlanID: privateVlan, enableByDefault: true });
    expect([first.status, first.body]).toEqual([201, { alb: `private-cr${cluster}-alb2`, cluster }]);
    const second = await create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true });
    expect(second.body.alb).toBe(`public-cr${cluster}-alb3`);
    expect(await addressesOf(account, cluster)).toEqual({ 'private 2': '10.184.0.67', 'public 1': '169.48.0.18', 'public 3': '169.48.0.19' });
  });

  test("409: the private default ALB's address, which is left to it (R51)", async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    const refused = await create(account, cluster, { type: 'private', vlanID: privateVlan, ip: '10.184.0.66', enableByDefault: true });
    expect(refused).toMatchObject({ status: 409, body: { code: 'E0026' } });
    expect(refused.body.description).toContain(`The address 10.184.0.66 is in use by ${privateAlb}, for which it is kept; free on VLAN ${privateVlan} are 10.184.0.67`);
    for (let count = 1; count <= 4; count += 1) {
      expect((await create(account, cluster, { type: 'private', vlanID: privateVlan, enableByDefault: true })).status).toBe(201);
    }
    const fifth = await create(account, cluster, { type: 'private', vlanID: privateVlan, enableByDefault: true });
    expect(fifth).toMatchObject({ status: 400, body: { code: 'E0025' } });
    expect((await enable(account, privateAlb)).status).toBe(201);
    expect(await albOf(account, privateAlb)).toMatchObject({ albip: '10.184.0.66' });
  });

  test('201: disabled unless enableByDefault is true', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    for (const body of [{}, { enableByDefault: false }]) {
      const { body: created } = await create(account, cluster, { type: 'private', vlanID: privateVlan, ...body });
      expect(await albOf(account, created.alb)).toMatchObject({ enable: false, state: 'disabled', albip: '', zone: 'dal10', vlanID: privateVlan });
    }
  });

  test('201: an address named for a disabled one is its own once it is enabled (R241)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const { body } = await create(account, cluster, { type: 'private', vlanID: privateVlan, ip: '10.184.0.70' });
    await enable(account, body.alb);
    expect(await albOf(account, body.alb)).toMatchObject({ albip: '10.184.0.70' });
  });

  test("201: Terraform's body, with empty strings", async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const created = await create(account, cluster, {
      type: 'private',
      vlanID: privateVlan,
      ip: '',
      nlbVersion: '',
      enableByDefault: true,
      ingressImage: '',
    });
    expect(created.status).toBe(201);
    expect(await albOf(account, created.body.alb)).toMatchObject({ enable: true, nlbVersion: '1.0', albBuild: '1.12.1_5237_iks' });
  });

  test.each(['1.0', '2.0'])('201: with the load balancer version %s (R232)', async (nlbVersion) => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const { body } = await create(account, cluster, { type: 'private', vlanID: privateVlan, nlbVersion });
    expect(await albOf(account, body.alb)).toMatchObject({ nlbVersion });
  });

  test('201 or 400: an older build only while auto update is off (R242, R243)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    const make = (ingressImage: string) => create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true, ingressImage });
    expect((await make('1.12.1_5237_iks')).status).toBe(201);
    const refused = await make('1.12.0_5214_iks');
    expect(refused).toMatchObject({ status: 400, body: { description: expect.stringContaining('auto update') as unknown } });
    await account.put(`/v1/alb/clusters/${cluster}/updatepolicy`, { autoUpdate: false });
    const { body, status } = await make('1.12.0_5214_iks');
    expect(status).toBe(201);
    expect(await albOf(account, body.alb)).toMatchObject({ albBuild: '1.12.0_5214_iks' });
    const unknown = await make('0.9.0_1_iks');
    expect(unknown).toMatchObject({
      status: 400,
      body: { description: expect.stringContaining('1.11.5_5196_iks, 1.12.0_5214_iks, 1.12.1_5237_iks') as unknown },
    });
  });

  test.each([
    ['type', { type: undefined }, 'E0020'],
    ['vlanID', { vlanID: '' }, 'E0020'],
    ['type', { type: 'both' }, 'E0021'],
    ['nlbVersion', { nlbVersion: '3.0' }, 'E0021'],
    ['zone', { zone: 'dal12' }, 'E0021'],
    ['vlanID', { vlanID: '1284' }, 'E0021'],
  ])('400: %s, as in %j, and nothing is made', async (field, change, code) => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const refused = await create(account, cluster, { type: 'private', vlanID: privateVlan, ...change });
    expect(refused).toMatchObject({ status: 400, body: { code, description: expect.stringContaining(field) as unknown } });
    expect(await albsOf(account, cluster)).toHaveLength(2);
  });

  test('400: the VLAN is of the other type; the refusal names the right one (R241)', async () => {
    const { account, cluster, publicVlan, privateVlan } = await readyCluster(emulator);
    const refused = await create(account, cluster, { type: 'private', vlanID: publicVlan });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain(`it must be one of: ${privateVlan}`);
  });

  test("400: a VLAN of the account that none of the cluster's workers is on (R241)", async () => {
    const { account, cluster } = await readyCluster(emulator);
    await insertVlan(emulator, account, { id: '2000001', side: 'private', router: '07a.dal10' });
    expect((await create(account, cluster, { type: 'private', vlanID: '2000001' })).status).toBe(400);
  });

  test('400: a zone that the cluster is not in (R241)', async () => {
    const { account, cluster, privateVlan } = await readyCluster(emulator);
    const refused = await create(account, cluster, { type: 'private', vlanID: privateVlan }, 'dal12');
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain('zone dal12; it must be one of: dal10');
  });

  test('400: a public one in a private-only cluster (R238)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster({ name: 'both' });
    const pair = await pairOf(account);
    const cluster = await account.createCluster({ name: 'inner', privateVlan: pair.private.id });
    expect((await create(account, cluster, { type: 'public', vlanID: pair.public.id })).status).toBe(400);
    expect((await create(account, cluster, { type: 'private', vlanID: pair.private.id })).status).toBe(201);
  });

  test('400: before the portable addresses of the zone are known, and in a noSubnet cluster (R53, R236)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    const without = await account.createCluster({ name: 'without', noSubnet: true });
    await account.advance('21m');
    const { private: vlan } = await pairOf(account);
    for (const one of [cluster, without]) {
      expect(await create(account, one, { type: 'private', vlanID: vlan.id })).toMatchObject({ status: 400, body: { code: 'E0025' } });
    }
    await account.advance('1m');
    expect((await create(account, cluster, { type: 'private', vlanID: vlan.id })).body.alb).toBe(`private-cr${cluster}-alb2`);
  });

  test('400: before the master is deployed, and while the cluster is deleting', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    const { private: vlan } = await pairOf(account);
    expect(await create(account, cluster, { type: 'private', vlanID: vlan.id })).toMatchObject({ status: 400, body: { code: 'Ef9cc' } });
    await account.advance('30m');
    await account.delete(`/v1/clusters/${cluster}`);
    expect(await create(account, cluster, { type: 'private', vlanID: vlan.id })).toMatchObject({ status: 400, body: { code: 'E0023' } });
  });

  test('404: an unknown cluster', async () => {
    const { account, privateVlan } = await readyCluster(emulator);
    expect(await create(account, 'nobody', { type: 'private', vlanID: privateVlan })).toMatchObject({ status: 404, body: { code: 'G0004' } });
  });

  test('two at the same time get numbers and addresses of their own (R231, R241)', async () => {
    const { account, cluster, publicVlan } = await readyCluster(emulator);
    const answers = await Promise.all([1, 2, 3].map(() => create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await addressesOf(account, cluster)).toEqual({
      'public 1': '169.48.0.18',
      'public 2': '169.48.0.19',
      'public 3': '169.48.0.20',
      'public 4': '169.48.0.21',
    });
  });
});
