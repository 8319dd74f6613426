import { describe, expect, test } from '@jest/globals';
import type { Lifecycle } from '../../src/core/lifecycle.js';
import { type LifecycleKind, lifecycleTables } from '../../src/lifecycle/registry.js';
import { sections } from '../../src/parity/rules/index.js';

const tableOf = (kind: LifecycleKind): Lifecycle<string, string> => lifecycleTables[kind].lifecycle;
const kinds = Object.keys(lifecycleTables) as LifecycleKind[];

/** The states that a row goes through by itself, from the given one on. */
function wayFrom(kind: LifecycleKind, state: string): string {
  const next = tableOf(kind)[state]?.step?.to;
  return next === undefined ? state : `${state} > ${wayFrom(kind, next)}`;
}

/** Every `from > to` that a table has beside the steps that rows take by themselves, by the state that it leads to. */
function turnsTo(kind: LifecycleKind): Record<string, string[]> {
  const turns: Record<string, string[]> = {};
  for (const [from, { step, next }] of Object.entries(tableOf(kind))) {
    for (const to of next.filter((one) => one !== step?.to)) (turns[to] ??= []).push(from);
  }
  return turns;
}

/** The states that allow an action. */
const statesFor = (kind: LifecycleKind): Record<string, string[]> => {
  const states: Record<string, string[]> = {};
  for (const [state, { actions }] of Object.entries(tableOf(kind))) for (const action of actions) (states[action] ??= []).push(state);
  return states;
};

describe('a cluster', () => {
  const alive = ['deployed', 'updating', 'refreshing', 'unavailable'];

  test('goes by itself from its create to a master, and from its delete to nothing (R121, R122, R125, R135)', () => {
    expect(wayFrom('cluster', 'requested')).toBe('requested > deploying > deployed');
    expect(wayFrom('cluster', 'updating')).toBe('updating > deployed');
    expect(wayFrom('cluster', 'refreshing')).toBe('refreshing > deployed');
    expect(wayFrom('cluster', 'deleting')).toBe('deleting > deleted');
    expect(wayFrom('cluster', 'aborted')).toBe('aborted > deleted');
    expect(wayFrom('cluster', 'unavailable')).toBe('unavailable');
  });

  test('turns aside by a delete, by work on its master, or by a fault (R122, R125, R135)', () => {
    expect(turnsTo('cluster')).toEqual({
      aborted: ['requested', 'deploying'],
      deleting: alive,
      updating: ['deployed'],
      refreshing: ['deployed'],
      // By a fault alone, which may come while another lasts, and ends.
      unavailable: ['deploying', ...alive],
      deployed: ['unavailable'],
    });
  });

  test('takes each action in these states (R124, R135, R136, R206)', () => {
    const withMaster = ['deployed', 'updating', 'refreshing'];
    expect(statesFor('cluster')).toEqual({
      delete: ['requested', 'deploying', ...alive],
      configure: ['requested', 'deploying', ...alive],
      'operate master': ['deployed'],
      'change workers': withMaster,
      'restart workers by force': alive,
      'change network': withMaster,
      'use API server': withMaster,
    });
  });
});

describe('a worker', () => {
  const delivered = ['deploying', 'deployed', 'normal', 'reload_pending', 'reloading', 'critical'];
  const failed = ['provision_failed', 'deploy_failed', 'reloading_failed'];
  const ordered = ['provision_pending', 'provisioning', 'provisioned'];

  test('goes by itself from its order to normal, also through a reload, and from its removal to nothing (R204, R208)', () => {
    expect(wayFrom('worker', 'provision_pending')).toBe('provision_pending > provisioning > provisioned > deploying > deployed > normal');
    expect(wayFrom('worker', 'reload_pending')).toBe('reload_pending > reloading > deploying > deployed > normal');
    expect(wayFrom('worker', 'deleting')).toBe('deleting > deleted');
    expect(['critical', ...failed].map((state) => wayFrom('worker', state))).toEqual(['critical', ...failed]);
  });

  test('turns aside by its removal, a reload, a reboot, or a fault (R203, R207, R208, R213)', () => {
    expect(turnsTo('worker')).toEqual({
      deleting: [...ordered, ...delivered, ...failed],
      reload_pending: ['normal', 'critical', 'deploy_failed', 'reloading_failed'],
      // A reboot, which leaves the state alone but for a critical worker.
      normal: ['normal', 'critical'],
      provision_failed: ['provisioning'],
      deploy_failed: ['deploying'],
      reloading_failed: ['reloading'],
      critical: ['deployed', 'normal', 'critical'],
    });
  });

  test('takes each action in these states, and none while it is deleting (R206, R208, R213)', () => {
    const installed = ['normal', 'critical'];
    const reloadable = [...installed, 'deploy_failed', 'reloading_failed'];
    expect(statesFor('worker')).toEqual({
      remove: [...ordered, ...delivered, ...failed],
      replace: [...delivered, ...failed],
      reload: reloadable,
      update: reloadable,
      reboot: installed,
    });
  });
});

test("a cluster's network in a zone begins with its workers, and fills its map again for a subnet that comes later (R53, R55, R57)", () => {
  expect(wayFrom('zone network', 'ordering_subnets')).toBe('ordering_subnets > filling_map > ready');
  expect(wayFrom('zone network', 'awaiting_workers')).toBe('awaiting_workers');
  expect(turnsTo('zone network')).toEqual({
    ordering_subnets: ['awaiting_workers'],
    filling_map: ['ready', 'without_subnets'],
    awaiting_workers: ['without_subnets'],
  });
  expect(statesFor('zone network')).toEqual({});
});

test('an ALB comes up once it is enabled, again with another build, and is disabled at any time (R230, R233, R234)', () => {
  expect(wayFrom('ALB', 'deploying')).toBe('deploying > healthy');
  expect(turnsTo('ALB')).toEqual({ deploying: ['deploying', 'healthy', 'disabled'], disabled: ['deploying', 'healthy'] });
  expect(statesFor('ALB')).toEqual({
    enable: ['deploying', 'healthy', 'disabled'],
    disable: ['deploying', 'healthy', 'disabled'],
    'change build': ['deploying', 'healthy'],
  });
});

test('an add-on is pending or updating for a while, and takes nothing while it is being disabled (R291)', () => {
  expect(['enabling', 'updating', 'disabling'].map((state) => wayFrom('add-on', state))).toEqual([
    'enabling > normal',
    'updating > normal',
    'disabling > disabled',
  ]);
  expect(turnsTo('add-on')).toEqual({ updating: ['normal'], disabling: ['enabling', 'updating', 'normal'] });
  expect(statesFor('add-on')).toEqual({ enable: ['enabling', 'updating', 'normal'], disable: ['enabling', 'updating', 'normal'], update: ['normal'] });
});

test('a subdomain is registered, and stays (R253)', () => {
  expect(wayFrom('subdomain', 'registering')).toBe('registering > registered');
  expect([turnsTo('subdomain'), statesFor('subdomain')]).toEqual([{}, {}]);
});

test('every state follows a rule that the ledger has', () => {
  const known = new Set(Object.values(sections).flatMap((rules) => Object.keys(rules)));
  const rules = kinds.flatMap((kind) => Object.entries(tableOf(kind)).map(([state, { rule }]) => ({ state, rule })));
  expect(rules.filter(({ rule }) => !known.has(rule))).toEqual([]);
});
