import { describe, expect, test } from '@jest/globals';
import { type AddonAction, addonLifecycle } from '../../src/domains/addons/lifecycle.js';
import type { AddonState } from '../../src/generated/prisma/enums.js';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { refusalOf } from '../worker-pools/scene.js';
import type { AddonBody } from './bodies.js';

const emulator = await connectEmulator();
const url = '/v1/clusters/shop/addons';
const addons = [{ name: 'istio' }];

const calls: Readonly<Record<AddonAction, (account: TestAccount) => Promise<Answer>>> = {
  enable: (account) => account.patch(url, { addons, enable: true }),
  update: (account) => account.patch(url, { addons, update: true }),
  disable: (account) => account.patch(url, { addons, enable: false }),
};

const settle = (account: TestAccount): Promise<unknown> => account.settle();

/** How an add-on comes into each state, and what it shows then; what is disabled is in no list. */
const states: Readonly<Record<AddonState, readonly [steps: readonly ((account: TestAccount) => Promise<unknown>)[], shown: readonly string[]]>> = {
  enabling: [[calls.enable], ['pending', 'Enabling']],
  updating: [[calls.enable, settle, calls.update], ['updating', 'Updating']],
  normal: [[calls.enable, settle], ['normal', 'Addon Ready (H1500)']],
  disabling: [[calls.enable, settle, calls.disable], ['pending', 'Disabling']],
  disabled: [[calls.enable, settle, calls.disable, settle], []],
};

const refused = (action: AddonAction, state: AddonState, possible: string): string =>
  `400 E0023 To ${action} the add-on istio is not possible in the state ${state}. Possible now: ${possible}.`;
const unknown = '404 E0029 The add-on istio is not enabled in the cluster.';

/** The state after each call, or the refusal that it meets (R290, R291). */
const outcomes: Readonly<Record<AddonState, Readonly<Record<AddonAction, string>>>> = {
  enabling: { enable: 'enabling', update: refused('update', 'enabling', 'enable, disable'), disable: 'disabling' },
  updating: { enable: 'updating', update: refused('update', 'updating', 'enable, disable'), disable: 'disabling' },
  normal: { enable: 'normal', update: 'updating', disable: 'disabling' },
  disabling: {
    enable: refused('enable', 'disabling', 'nothing'),
    update: refused('update', 'disabling', 'nothing'),
    disable: refused('disable', 'disabling', 'nothing'),
  },
  disabled: { enable: 'enabling', update: unknown, disable: unknown },
};

/** What the add-on shows of its state. */
async function shownOf(account: TestAccount): Promise<readonly string[]> {
  const { body } = await account.get<readonly (AddonBody & { healthStatus: string })[]>(url);
  return body.flatMap(({ healthState, healthStatus }) => [healthState, healthStatus]);
}

const everyAction = [...new Set(Object.values(addonLifecycle).flatMap(({ actions }) => actions))].sort();

describe.each(Object.keys(addonLifecycle) as AddonState[])('while an add-on is %s', (state) => {
  test.each(everyAction)('to %s it is done, or refused with the right error', async (action) => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    await account.settle();
    const [steps, shown] = states[state];
    for (const step of steps) await step(account);
    expect(await shownOf(account)).toEqual(shown);

    const answer = await calls[action](account);
    const outcome = outcomes[state][action];
    if (Object.hasOwn(states, outcome)) {
      expect(answer).toMatchObject({ status: 200, body: { missingDeps: [], orphanedAddons: {} } });
      expect(await shownOf(account)).toEqual(states[outcome as AddonState][1]);
    } else {
      expect(refusalOf(answer)).toBe(outcome);
      expect(await shownOf(account)).toEqual(shown);
    }
  });
});

test('every action of the table has a call', () => {
  expect(Object.keys(calls).sort()).toEqual(everyAction);
});
