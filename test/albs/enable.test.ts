import { describe, expect, test } from '@jest/globals';
import { albsOf, pairOf } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { addressesOf, albOf, create, disable, enable, readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'enableALB', () => {
  test('201: answers an object without content, which bluemix-go decodes (A13)', async () => {
    const { account, privateAlb } = await readyCluster(emulator);
    const answer = await enable(account, privateAlb);
    expect([answer.status, answer.text]).toEqual([201, '{}']);
  });

  test('201: the private default ALB gets the address that was kept for it, the lowest of five (R51, R234)', async () => {
    const { account, privateAlb, privateVlan } = await readyCluster(emulator);
    await enable(account, privateAlb);
    expect(await albOf(account, privateAlb)).toMatchObject({
      enable: true,
      state: 'enabled',
      status: 'healthy',
      numOfInstances: '2',
      albip: '10.184.0.66',
      vlanID: privateVlan,
      albBuild: '1.12.1_5237_iks',
    });
  });

  test('201: is enabled and deploying at once, healthy two minutes later (R234)', async () => {
    const { account, privateAlb } = await readyCluster(emulator);
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { speed: 1 } });
    await enable(account, privateAlb);
    expect(await albOf(account, privateAlb)).toMatchObject({ enable: true, state: 'enabled', status: 'deploying' });
    await account.advance('119s');
    expect(await albOf(account, privateAlb)).toMatchObject({ status: 'deploying' });
    await account.advance('2s');
    expect(await albOf(account, privateAlb)).toMatchObject({ status: 'healthy' });
  });

  test("201: Terraform's body, with clusterID and all other strings empty, finds the cluster by the ALB (R234)", async () => {
    const { account, privateAlb } = await readyCluster(emulator);
    const body = {
      clusterID: '',
      name: '',
      albType: '',
      state: '',
      createdDate: '',
      numOfInstances: '',
      resize: false,
      albip: '',
      zone: '',
      disableDeployment: false,
      vlanID: '',
      albBuild: '',
      status: '',
    };
    expect((await enable(account, privateAlb, body)).status).toBe(201);
    expect(await albOf(account, privateAlb)).toMatchObject({ enable: true, albip: '10.184.0.66' });
  });

  test.each(['id', 'name'])('201: the cluster may be named by its %s', async (word) => {
    const { account, cluster, privateAlb } = await readyCluster(emulator);
    expect((await enable(account, privateAlb, { clusterID: word === 'id' ? cluster : 'shop' })).status).toBe(201);
  });

  test('201: enabling an enabled one changes nothing, whatever address is named (R234)', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    const before = await albOf(account, publicAlb);
    expect((await enable(account, publicAlb, { albip: '169.48.0.20' })).status).toBe(201);
    expect(await albOf(account, publicAlb)).toEqual(before);
    expect(await addressesOf(account, cluster)).toEqual({ 'public 1': '169.48.0.18' });
  });

  test('201: takes the free address that is named (R235)', async () => {
    const { account, cluster, privateAlb } = await readyCluster(emulator);
    await enable(account, privateAlb, { albip: '10.184.0.69' });
    expect(await addressesOf(account, cluster)).toEqual({ 'private 1': '10.184.0.69', 'public 1': '169.48.0.18' });
  });

  test('201: of a user-managed subnet only what is named, and a /30 has one address (R62, R235)', async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    await account.post(`/v1/clusters/${cluster}/usersubnets`, { cidr: '10.91.40.0/30', vlan_id: privateVlan });
    expect((await enable(account, privateAlb, { albip: '10.91.40.3' })).status).toBe(400);
    expect((await enable(account, privateAlb, { albip: '10.91.40.2' })).status).toBe(201);
    expect(await albOf(account, privateAlb)).toMatchObject({ albip: '10.91.40.2' });
  });

  test.each([
    ['the network', '10.184.0.64'],
    ['the gateway', '10.184.0.65'],
    ['the broadcast address', '10.184.0.71'],
    ["a primary subnet's", '10.184.0.2'],
    ["the other side's", '169.48.0.19'],
    ['nobody\'s', '192.168.1.1'],
    ['no address', 'first'],
  ])('400: the named address is %s; the refusal says which are free (R235)', async (_, albip) => {
    const { account, privateAlb, privateVlan } = await readyCluster(emulator);
    const refused = await enable(account, privateAlb, { albip });
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021' } });
    expect(refused.body.description).toBe(
      `The request is not valid: ${albip} is no usable address of the cluster's subnets on VLAN ${privateVlan}; free on VLAN ${privateVlan} are 10.184.0.66, 10.184.0.67, 10.184.0.68, 10.184.0.69, 10.184.0.70.`,
    );
    expect(await albOf(account, privateAlb)).toMatchObject({ enable: false, albip: '' });
  });

  test('409: the named address is another ALB\'s; the refusal says which are free (R235)', async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    const { body } = await create(account, cluster, { type: 'private', vlanID: privateVlan, enableByDefault: true });
    const refused = await enable(account, privateAlb, { albip: '10.184.0.67' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'E0026' } });
    expect(refused.body.description).toBe(
      `The address 10.184.0.67 is in use by ${body.alb}; free on VLAN ${privateVlan} are 10.184.0.66, 10.184.0.68, 10.184.0.69, 10.184.0.70.`,
    );
  });

  test('201: again, with the address that it had before (R237)', async () => {
    const { account, publicAlb, privateAlb } = await readyCluster(emulator);
    await enable(account, privateAlb, { albip: '10.184.0.70' });
    for (const [alb, address] of [[privateAlb, '10.184.0.70'], [publicAlb, '169.48.0.18']] as const) {
      await disable(account, alb);
      expect((await enable(account, alb)).status).toBe(201);
      expect(await albOf(account, alb)).toMatchObject({ enable: true, albip: address });
    }
  });

  test('409: again, while somebody has its former address; with another one it is fine (R237)', async () => {
    const { account, cluster, publicAlb, publicVlan } = await readyCluster(emulator);
    await disable(account, publicAlb);
    const { body } = await create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true });
    expect(await addressesOf(account, cluster)).toEqual({ 'public 2': '169.48.0.18' });
    const refused = await enable(account, publicAlb);
    expect(refused).toMatchObject({ status: 409, body: { code: 'E0026' } });
    expect(refused.body.description).toBe(
      `The address 169.48.0.18 is in use by ${body.alb}; free on VLAN ${publicVlan} are 169.48.0.19, 169.48.0.20, 169.48.0.21, 169.48.0.22.`,
    );
    expect((await enable(account, publicAlb, { albip: '169.48.0.19' })).status).toBe(201);
    expect(await addressesOf(account, cluster)).toEqual({ 'public 1': '169.48.0.19', 'public 2': '169.48.0.18' });
  });

  test('400: the private ALB of a cluster without a private portable subnet (R236)', async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    const vlans = (await account.get<{ id: string; subnets: { id: string }[] }[]>(`/v1/clusters/${cluster}/subnets`)).body;
    const subnet = vlans.find(({ id }) => id === privateVlan)?.subnets[0]?.id;
    expect((await account.patch(`/v1/clusters/${cluster}/subnets/${subnet}`)).status).toBe(204);
    const refused = await enable(account, privateAlb);
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0025' } });
    expect(refused.body.description).toContain(`VLAN ${privateVlan} in zone dal10`);
    // Any subnet on the VLAN will do.
    await account.post(`/v1/clusters/${cluster}/vlans/${privateVlan}`);
    expect((await enable(account, privateAlb)).status).toBe(201);
  });

  test('400: all addresses of the portable subnet are in use, until another comes (R51, R236)', async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    await enable(account, privateAlb);
    const last = (await create(account, cluster, { type: 'private', vlanID: privateVlan })).body.alb;
    for (let count = 1; count <= 4; count += 1) {
      expect((await create(account, cluster, { type: 'private', vlanID: privateVlan, enableByDefault: true })).status).toBe(201);
    }
    expect(await enable(account, last)).toMatchObject({ status: 400, body: { code: 'E0025' } });
    await account.post(`/v1/clusters/${cluster}/vlans/${privateVlan}`);
    expect((await enable(account, last)).status).toBe(201);
    expect((await albOf(account, last)).albip).toBe('10.184.0.74');
  });

  test('201: the private ALB of a private-only cluster (R238)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const cluster = await account.createCluster({ privateOnly: true });
    await enable(account, `private-cr${cluster}-alb1`);
    expect(await addressesOf(account, cluster)).toEqual({ 'private 1': '10.184.0.66' });
    expect((await enable(account, `public-cr${cluster}-alb1`)).status).toBe(404);
  });

  test('201: with enable false the ALB is disabled, as by DELETE (R237)', async () => {
    const { account, cluster, publicAlb } = await readyCluster(emulator);
    const answer = await enable(account, publicAlb, { enable: false, clusterID: cluster, disableDeployment: true });
    expect([answer.status, answer.body]).toEqual([201, {}]);
    expect(await albOf(account, publicAlb)).toMatchObject({ enable: false, status: 'disabled', disableDeployment: true });
    expect(await addressesOf(account, cluster)).toEqual({});
    expect((await enable(account, publicAlb)).status).toBe(201);
    expect(await albOf(account, publicAlb)).toMatchObject({ enable: true, albip: '169.48.0.18', disableDeployment: false });
  });

  test('400: without albID, and with enable that is no flag', async () => {
    const { account, privateAlb } = await readyCluster(emulator);
    for (const body of [undefined, {}, { albID: '', enable: true }]) {
      expect(await account.post('/v1/alb/albs', body)).toMatchObject({ status: 400, body: { code: 'E0020' } });
    }
    const refused = await enable(account, privateAlb, { enable: 'no' });
    expect(refused).toMatchObject({ status: 400, body: { description: expect.stringContaining('enable must be') as unknown } });
  });

  test("404: an unknown ALB, another account's, and one of another cluster than is named", async () => {
    const [{ account, privateAlb }, other] = [await readyCluster(emulator), await readyCluster(emulator)];
    const second = await account.createCluster({ name: 'second' });
    for (const [alb, more] of [
      ['private-crc0000000000000000000-alb1', {}],
      [other.privateAlb, {}],
      [privateAlb, { clusterID: second }],
    ] as const) {
      expect(await enable(account, alb, more)).toMatchObject({ status: 404, body: { code: 'E0028' } });
    }
    expect(await enable(account, privateAlb, { clusterID: 'nobody' })).toMatchObject({ status: 404, body: { code: 'G0004' } });
    expect(await albOf(other.account, other.privateAlb)).toMatchObject({ enable: false });
  });

  test('400: while the cluster is deleting', async () => {
    const { account, cluster, privateAlb } = await readyCluster(emulator);
    await emulator.call({ method: 'PATCH', url: `/_emulator/accounts/${account.id}`, body: { speed: 1 } });
    await account.delete(`/v1/clusters/${cluster}`);
    expect(await enable(account, privateAlb)).toMatchObject({ status: 400, body: { code: 'E0023' } });
  });
});

describe('two at the same time', () => {
  test('named one address: one gets it, the other is refused (R235)', async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    const { body } = await create(account, cluster, { type: 'private', vlanID: privateVlan });
    const answers = await Promise.all([privateAlb, body.alb].map((alb) => enable(account, alb, { albip: '10.184.0.68' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(Object.values(await addressesOf(account, cluster)).sort()).toEqual(['10.184.0.68', '169.48.0.18']);
  });

  test('for the last address: one gets it, the other is refused (R236)', async () => {
    const { account, cluster, privateAlb, privateVlan } = await readyCluster(emulator);
    await enable(account, privateAlb);
    for (let count = 1; count <= 3; count += 1) await create(account, cluster, { type: 'private', vlanID: privateVlan, enableByDefault: true });
    const waiting = await Promise.all([1, 2].map(() => create(account, cluster, { type: 'private', vlanID: privateVlan })));
    const answers = await Promise.all(waiting.map(({ body }) => enable(account, body.alb)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    const addresses = (await albsOf(account, cluster)).filter(({ albType }) => albType === 'private').map(({ albip }) => albip);
    expect(addresses.filter((address) => address !== '').sort()).toEqual(['10.184.0.66', '10.184.0.67', '10.184.0.68', '10.184.0.69', '10.184.0.70']);
  });

  test('one ALB twice: both are fine and it has one address (R234)', async () => {
    const { account, cluster, privateAlb } = await readyCluster(emulator);
    const answers = await Promise.all([1, 2].map(() => enable(account, privateAlb)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await addressesOf(account, cluster)).toEqual({ 'private 1': '10.184.0.66', 'public 1': '169.48.0.18' });
  });
});

test('Postgres refuses a second lease of an address that an ALB has', async () => {
  const { account, cluster, publicAlb, privateAlb, publicVlan } = await readyCluster(emulator);
  const subnet = (await account.get<{ id: string; subnets: { id: string }[] }[]>(`/v1/clusters/${cluster}/subnets`)).body.find(
    ({ id }) => id === publicVlan,
  )?.subnets[0]?.id;
  const insert = (alb: string, address: string): Promise<string> =>
    emulator.database
      .query("INSERT INTO leases (account_id, address, subnet_id, subnet_cidr, side, alb_id) VALUES ($1, $2, $3, '169.48.0.16/29', 'public', $4)", [
        account.id,
        address,
        subnet,
        alb,
      ])
      .then(
        () => 'accepted',
        (error: unknown) => (error as { constraint: string }).constraint,
      );
  expect(await insert(privateAlb, '169.48.0.18')).toBe('leases_pkey');
  expect(await insert(publicAlb, '169.48.0.19')).toBe('leases_account_id_alb_id_key');
  expect((await pairOf(account)).public.id).toBe(publicVlan);
});
