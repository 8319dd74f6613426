import { describe, expect, test } from '@jest/globals';
import { clusterOf } from '../networking/support.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

const emulator = await connectEmulator();

interface Parts {
  readonly name: string;
  readonly hash: string;
  readonly counter: string;
  readonly place: string;
}

/** Creates a cluster and takes its host name apart; fails when it has not the form of R251. */
async function hostnameOf(account: TestAccount, request: Readonly<Record<string, unknown>>): Promise<Parts> {
  const { ingressHostname, ingressSecretName } = await clusterOf(account, await account.createCluster(request));
  const parts = /^(?<name>[a-z0-9-]+)-(?<hash>[0-9a-f]{32})-(?<counter>\d{4})\.(?<place>[a-z0-9-]+)\.containers\.appdomain\.cloud$/.exec(ingressHostname);
  if (parts?.groups === undefined) throw new Error(`No host name of the known form: '${ingressHostname}'`);
  expect(ingressSecretName).toBe(ingressHostname.split('.')[0]);
  const { name = '', hash = '', counter = '', place = '' } = parts.groups;
  return { name, hash, counter, place };
}

const instant = () => emulator.account({ speed: 'instant' });

describe('the Ingress subdomain', () => {
  test('is <cluster>-<hash>-0000.<region>.containers.appdomain.cloud, its secret the first label (R250, R251)', async () => {
    const account = await instant();
    expect(await hostnameOf(account, { name: 'shop' })).toEqual({
      name: 'shop',
      hash: expect.stringMatching(/^[0-9a-f]{32}$/),
      counter: '0000',
      place: 'us-south',
    });
  });

  test('has one hash for all clusters of an account, another for another account (R251)', async () => {
    const [account, other] = [await instant(), await instant()];
    const first = await hostnameOf(account, { name: 'first' });
    const second = await hostnameOf(account, { name: 'second', dataCenter: 'lon02' });
    const foreign = await hostnameOf(other, { name: 'first' });
    expect(second.hash).toBe(first.hash);
    expect(foreign.hash).not.toBe(first.hash);
  });

  test('names the region, or the data centre that stands alone (R139, R251)', async () => {
    const account = await instant();
    expect((await hostnameOf(account, { name: 'london', dataCenter: 'lon02' })).place).toBe('eu-gb');
    expect((await hostnameOf(account, { name: 'jose', dataCenter: 'sjc03' })).place).toBe('sjc03');
  });

  test('is empty until it is registered, and so is its secret (R253)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.advance('24m');
    expect(await clusterOf(account, cluster)).toMatchObject({ state: 'normal', ingressHostname: '', ingressSecretName: '' });
    await account.advance('1m');
    const { ingressHostname, ingressSecretName } = await clusterOf(account, cluster);
    expect(ingressHostname).toMatch(/^shop-[0-9a-f]{32}-0000\.us-south\.containers\.appdomain\.cloud$/);
    expect(ingressHostname.startsWith(`${ingressSecretName}.`)).toBe(true);
  });

  test.each([
    ['privateOnly', { privateOnly: true }],
    ['noSubnet', { noSubnet: true }],
  ])('stays empty with %s (R254)', async (_, request) => {
    const account = await instant();
    const cluster = await account.createCluster(request);
    expect(await clusterOf(account, cluster)).toMatchObject({ state: 'normal', ingressHostname: '', ingressSecretName: '' });
  });
});

describe('the part of the subdomain that comes from the name', () => {
  test.each([
    ['the whole of 26 characters', 'abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwxyz'],
    ['the first 24 of 27', 'abcdefghijklmnopqrstuvwxyz1', 'abcdefghijklmnopqrstuvwx'],
    ['the first 24 of 35', 'abcdefghijklmnopqrstuvwxyz123456789', 'abcdefghijklmnopqrstuvwx'],
    ['lower case', 'MyShop', 'myshop'],
    ['hyphens for underscores and periods', 'my_shop.v1.2', 'my-shop-v1-2'],
    ['one letter', 'S', 's'],
  ])('is %s (R252)', async (_, name, part) => {
    expect((await hostnameOf(await instant(), { name })).name).toBe(part);
  });

  test('is told apart from that of an earlier cluster: 17 characters of a long name and 6 of chance (R83, R252)', async () => {
    const account = await instant();
    expect((await hostnameOf(account, { name: 'abcdefghijklmnopqrstuvwx-first' })).name).toBe('abcdefghijklmnopqrstuvwx');
    expect((await hostnameOf(account, { name: 'abcdefghijklmnopqrstuvwx-other' })).name).toMatch(/^abcdefghijklmnopq-[a-z0-9]{6}$/);
  });

  test('is told apart by 6 of chance behind a short name (R252)', async () => {
    const account = await instant();
    expect((await hostnameOf(account, { name: 'my-shop' })).name).toBe('my-shop');
    const second = (await hostnameOf(account, { name: 'my_shop' })).name;
    const third = (await hostnameOf(account, { name: 'My.Shop' })).name;
    expect(second).toMatch(/^my-shop-[a-z0-9]{6}$/);
    expect(third).toMatch(/^my-shop-[a-z0-9]{6}$/);
    expect(third).not.toBe(second);
  });

  test('may be the same in two regions (R81, R252)', async () => {
    const account = await instant();
    expect(await hostnameOf(account, { name: 'shop', dataCenter: 'dal10' })).toMatchObject({ name: 'shop', place: 'us-south' });
    expect(await hostnameOf(account, { name: 'shop', dataCenter: 'lon02' })).toMatchObject({ name: 'shop', place: 'eu-gb' });
  });

  test('may be the same in two accounts (R251, R252)', async () => {
    expect((await hostnameOf(await instant(), { name: 'shop' })).name).toBe('shop');
    expect((await hostnameOf(await instant(), { name: 'shop' })).name).toBe('shop');
  });

  test('409: two clusters of one name cannot come to it in a region (R81)', async () => {
    const account = await instant();
    await account.createCluster({ name: 'shop', dataCenter: 'dal10' });
    const answer = await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal12', machineType: 'b3c.4x16' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'E0007' } });
  });

  test('is free again once the cluster is gone (R82)', async () => {
    const account = await instant();
    const first = await hostnameOf(account, { name: 'shop' });
    await account.delete('/v1/clusters/shop');
    await account.settle();
    expect(await hostnameOf(account, { name: 'shop' })).toEqual(first);
  });
});
