import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import { controlOf, freshName } from './support.js';

const emulator = await connectEmulator();

const defaults = {
  subnetsPerVlanQuota: 40,
  requestQuota: 'off',
  freeClusters: true,
  serviceEndpoints: true,
  publicEndpointOptional: true,
  vlanSpanning: false,
};

const others = {
  subnetsPerVlanQuota: 3,
  requestQuota: 200,
  freeClusters: false,
  serviceEndpoints: false,
  publicEndpointOptional: false,
  vlanSpanning: true,
};

describe('the settings of an account', () => {
  test('have their documented values from the start (R18, R20, R54, R102, R106)', async () => {
    const account = await emulator.account();
    expect((await controlOf(emulator, account).read()).body).toMatchObject(defaults);
  });

  test('200: all can be changed, alone and together, and back', async () => {
    const account = await emulator.account();
    const control = controlOf(emulator, account);
    for (const [name, value] of Object.entries(others)) {
      const changed = await control.update({ [name]: value });
      expect([changed.status, changed.body]).toMatchObject([200, { [name]: value }]);
    }
    expect((await control.read()).body).toMatchObject(others);
    expect((await control.update(defaults)).body).toMatchObject(defaults);
  });

  test('201: all can be chosen at the creation', async () => {
    const created = await emulator.call({ method: 'POST', url: '/_emulator/accounts', body: { name: freshName(), ...others } });
    expect([created.status, created.body]).toMatchObject([201, others]);
  });

  test.each([
    ['subnetsPerVlanQuota', -1],
    ['subnetsPerVlanQuota', 1.5],
    ['requestQuota', 0],
    ['requestQuota', 'on'],
    ['freeClusters', 'yes'],
    ['serviceEndpoints', 1],
    ['publicEndpointOptional', 'no'],
    ['vlanSpanning', 'true'],
  ])('400: %s of %p', async (name, value) => {
    const account = await emulator.account();
    const refused = await controlOf(emulator, account).update({ [name]: value });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain(`${name} must be`);
    expect((await controlOf(emulator, account).read()).body).toMatchObject(defaults);
  });
});

describe('VLAN spanning', () => {
  const spanningOf = async (account: { get<Body>(url: string): Promise<Answer<Body>> }) =>
    (await account.get<{ enabled: boolean; modifiedDate: string }>('/v1/subnets/vlan-spanning')).body;

  test('is off, and was never changed (R18)', async () => {
    expect(await spanningOf(await emulator.account())).toEqual({ enabled: false, modifiedDate: '' });
  });

  test('shows each change with its date, in the account\'s time; a change to the same is none (R18)', async () => {
    const account = await emulator.account();
    const control = controlOf(emulator, account);
    await control.move('freeze');
    const dateOf = async () => `${(await control.read()).body.now.slice(0, 19)}+0000`;
    const switchedOn = await dateOf();
    await control.update({ vlanSpanning: true });
    expect(await spanningOf(account)).toEqual({ enabled: true, modifiedDate: switchedOn });

    await control.move('advance', { by: '1h' });
    await control.update({ vlanSpanning: true, clusterQuota: 5 });
    expect(await spanningOf(account)).toEqual({ enabled: true, modifiedDate: switchedOn });
    await control.update({ vlanSpanning: false });
    expect(await spanningOf(account)).toEqual({ enabled: false, modifiedDate: await dateOf() });
    expect(await dateOf()).not.toBe(switchedOn);
  });

  test('on from the start, it shows the date of the creation', async () => {
    const account = await emulator.account({ vlanSpanning: true });
    const { createdAt } = (await controlOf(emulator, account).read()).body;
    expect(await spanningOf(account)).toEqual({ enabled: true, modifiedDate: `${createdAt.slice(0, 19)}+0000` });
  });
});
