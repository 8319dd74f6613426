import { describe, expect, test } from '@jest/globals';
import { type AlbAction, albLifecycle } from '../../src/domains/albs/lifecycle.js';
import type { AlbState } from '../../src/generated/prisma/enums.js';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { albOf, disable, enable } from './support.js';

const emulator = await connectEmulator();

const OLDER = '1.12.0_5214_iks';
const NEWEST = '1.12.1_5237_iks';

/** How the public ALB of the cluster `shop`, of an older build, comes into each state from being healthy. */
const states: Readonly<Record<AlbState, (account: TestAccount, alb: string) => Promise<unknown>>> = {
  deploying: async (account, alb) => {
    await disable(account, alb);
    await enable(account, alb);
  },
  healthy: () => Promise.resolve(),
  disabled: (account, alb) => disable(account, alb),
};

const calls: Readonly<Record<AlbAction, (account: TestAccount, alb: string) => Promise<Answer>>> = {
  enable: (account, alb) => enable(account, alb),
  disable: (account, alb) => disable(account, alb),
  'change build': (account) => account.put('/v1/alb/clusters/shop/update'),
};

interface Shown {
  readonly status: string;
  readonly albBuild: string;
}

/** What each call answers in each state, and what the ALB shows then (R230, R234, R237, R242). */
const outcomes: Readonly<Record<AlbState, Readonly<Record<AlbAction, readonly [status: number, shown: Shown]>>>> = {
  deploying: {
    enable: [201, { status: 'deploying', albBuild: OLDER }],
    disable: [204, { status: 'disabled', albBuild: OLDER }],
    'change build': [200, { status: 'deploying', albBuild: NEWEST }],
  },
  healthy: {
    enable: [201, { status: 'healthy', albBuild: OLDER }],
    disable: [204, { status: 'disabled', albBuild: OLDER }],
    'change build': [200, { status: 'deploying', albBuild: NEWEST }],
  },
  disabled: {
    enable: [201, { status: 'deploying', albBuild: OLDER }],
    disable: [204, { status: 'disabled', albBuild: OLDER }],
    'change build': [200, { status: 'disabled', albBuild: OLDER }],
  },
};

/** The cluster is ready, and its public ALB runs a build that is not the newest; answers the id of that ALB. */
async function olderAlb(account: TestAccount): Promise<string> {
  const alb = `public-cr${await account.createCluster({ workerNum: 1 })}-alb1`;
  await account.settle();
  await account.put('/v1/alb/clusters/shop/updatepolicy', { autoUpdate: false });
  await disable(account, alb);
  await enable(account, alb, { albBuild: OLDER });
  await account.settle();
  expect(await albOf(account, alb)).toMatchObject({ status: 'healthy', albBuild: OLDER });
  return alb;
}

const everyAction = [...new Set(Object.values(albLifecycle).flatMap(({ actions }) => actions))].sort();

describe.each(Object.keys(albLifecycle) as AlbState[])('while an ALB is %s', (state) => {
  test.each(everyAction)('%s does what it should, and the ALB has an address just while it is enabled', async (action) => {
    const account = await emulator.account();
    const alb = await olderAlb(account);
    await states[state](account, alb);
    const before = await albOf(account, alb);
    expect(before).toMatchObject({ status: state });

    const [status, shown] = outcomes[state][action];
    expect((await calls[action](account, alb)).status).toBe(status);
    const after = await albOf(account, alb);
    expect(after).toMatchObject({ ...shown, enable: shown.status !== 'disabled', albip: before.albip });
    if (shown.status === state && shown.albBuild === OLDER) expect(after).toEqual(before);
    expect((await emulator.rows('leases', account)).filter((lease) => lease['alb_id'] === alb)).toHaveLength(after.enable ? 1 : 0);
  });
});

test('every action of the table has a call', () => {
  expect(Object.keys(calls).sort()).toEqual(everyAction);
});
