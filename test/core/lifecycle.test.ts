import { describe, expect, test } from '@jest/globals';
import { type DurationName, dueAfter, durations, INSTANT } from '../../src/core/durations.js';
import { allows, arriveIn, type Lifecycle, scheduleStep, waitIn } from '../../src/core/lifecycle.js';
import { lifecycleTables } from '../../src/lifecycle/registry.js';

/** The states in which rows of each kind are made. */
const beginnings = {
  cluster: ['requested'],
  worker: ['provision_pending'],
  'zone network': ['awaiting_workers', 'without_subnets'],
  ALB: ['deploying', 'disabled'],
  'add-on': ['enabling'],
  subdomain: ['registering'],
} as const satisfies Record<keyof typeof lifecycleTables, readonly string[]>;

const tableOf = (kind: keyof typeof lifecycleTables): Lifecycle<string, string> => lifecycleTables[kind].lifecycle;

const tables = (Object.keys(beginnings) as (keyof typeof beginnings)[]).map((kind) => ({ kind, lifecycle: tableOf(kind) }));

/** The seconds of the steps that a row takes by itself from one state to another. */
function secondsBetween(kind: keyof typeof lifecycleTables, from: string, to: string): number {
  let seconds = 0;
  for (let state = from; state !== to; ) {
    const step = tableOf(kind)[state]?.step;
    if (step === undefined) throw new Error(`${kind} does not go on by itself from ${state}`);
    seconds += durations[step.after].seconds;
    state = step.to;
  }
  return seconds;
}

describe.each(tables)('the lifecycle of a $kind', ({ kind, lifecycle }) => {
  test('moves by itself only to a state that it lists as next', () => {
    for (const [state, { step, next }] of Object.entries(lifecycle)) {
      if (step !== undefined) expect({ state, next }).toEqual({ state, next: expect.arrayContaining([step.to]) });
    }
  });

  test('names only states that it has, each once', () => {
    for (const { next } of Object.values(lifecycle)) {
      expect(Object.keys(lifecycle)).toEqual(expect.arrayContaining([...next]));
      expect(new Set(next).size).toBe(next.length);
    }
  });

  test('comes to every state from those in which rows are made', () => {
    const reached = new Set<string>(beginnings[kind]);
    for (const state of reached) for (const following of lifecycle[state]?.next ?? []) reached.add(following);
    expect([...reached].sort()).toEqual(Object.keys(lifecycle).sort());
  });

  test('never steps in a circle by itself', () => {
    for (const beginning of Object.keys(lifecycle)) {
      const seen = new Set<string>();
      for (let state: string | undefined = beginning; state !== undefined; state = lifecycle[state]?.step?.to) {
        expect(seen).not.toContain(state);
        seen.add(state);
      }
    }
  });
});

describe('the durations', () => {
  test('are above zero and have a source', () => {
    for (const [name, { seconds, source }] of Object.entries(durations)) {
      expect({ name, positive: seconds > 0, sourced: source.length > 0 }).toEqual({ name, positive: true, sourced: true });
    }
  });

  test('are all used: by a step, or by an action that leaves the state alone (R207)', () => {
    const ofActions = ['worker rebooting'];
    const ofSteps = tables.flatMap(({ lifecycle }) => Object.values(lifecycle).flatMap(({ step }) => (step === undefined ? [] : [step.after])));
    expect([...new Set([...ofSteps, ...ofActions])].sort()).toEqual(Object.keys(durations).sort());
  });

  test('bring a master to Ready after 5 min (R132)', () => {
    expect(secondsBetween('cluster', 'requested', 'deployed')).toBe(300);
  });

  test('bring workers to normal after 20 min (R132)', () => {
    expect(300 + secondsBetween('worker', 'provision_pending', 'normal')).toBe(1200);
  });

  test('bring the subdomain after 25 min, within 15 min after normal (R53, R132)', () => {
    const network = secondsBetween('zone network', 'ordering_subnets', 'ready');
    expect(1200 + network + secondsBetween('ALB', 'deploying', 'healthy') + secondsBetween('subdomain', 'registering', 'registered')).toBe(1500);
  });

  test('let a delete take 15 min at most, and its workers go before it (R133, R142)', () => {
    const cluster = secondsBetween('cluster', 'deleting', 'deleted');
    expect(cluster).toBeLessThanOrEqual(900);
    expect(secondsBetween('worker', 'deleting', 'deleted')).toBeLessThan(cluster);
    const aborted = secondsBetween('cluster', 'aborted', 'deleted');
    expect(aborted).toBeLessThan(cluster);
    expect(secondsBetween('worker', 'deleting', 'deleted')).toBeLessThan(aborted);
  });

  test.each([
    [1, '2026-08-22T10:04:45.000Z'],
    [30, '2026-08-22T10:00:09.500Z'],
    [0.5, '2026-08-22T10:09:30.000Z'],
    [INSTANT, '2026-08-22T10:00:00.000Z'],
  ])('are divided by the speed %d', (speed, due) => {
    expect(dueAfter(new Date('2026-08-22T10:00:00Z'), 'cluster deploying', speed).toISOString()).toBe(due);
  });
});

describe('the columns of a row', () => {
  const at = new Date('2026-08-22T10:00:00Z');
  const light: Lifecycle<'red' | 'green', 'cross'> = {
    red: { rule: 'R1', means: 'stops', step: { to: 'green', after: 'subdomain registering' satisfies DurationName }, next: ['green'], actions: [] },
    green: { rule: 'R1', means: 'goes', next: [], actions: ['cross'] },
  };

  test('have the next step of a state that has one', () => {
    expect(arriveIn(light, 'red', at, 1)).toEqual({
      state: 'red',
      stateSince: at,
      nextState: 'green',
      nextStateAt: new Date('2026-08-22T10:01:00Z'),
    });
  });

  test('have neither a next state nor its time where none follows, or where the row waits', () => {
    expect(arriveIn(light, 'green', at, 1)).toEqual({ state: 'green', stateSince: at, nextState: null, nextStateAt: null });
    expect(waitIn('red', at)).toEqual({ state: 'red', stateSince: at, nextState: null, nextStateAt: null });
  });

  test('get the step of a row that waited from the moment it may begin', () => {
    expect(scheduleStep(light, 'red', at, 60)).toEqual({ nextState: 'green', nextStateAt: new Date('2026-08-22T10:00:01Z') });
    expect(scheduleStep(light, 'green', at, 60)).toEqual({ nextState: null, nextStateAt: null });
  });

  test('an action is allowed where the table has it', () => {
    expect([allows(light, 'red', 'cross'), allows(light, 'green', 'cross')]).toEqual([false, true]);
  });
});

describe('what may be deleted', () => {
  test.each([
    ['requested', true],
    ['deploying', true],
    ['deployed', true],
    ['deleting', false],
    ['aborted', false],
    ['deleted', false],
  ])('a cluster that is %s: %p (R122, R125)', (state, allowed) => {
    expect(allows(tableOf('cluster'), state, 'delete')).toBe(allowed);
  });
});
