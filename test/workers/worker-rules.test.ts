import { describe, expect, test } from '@jest/globals';
import { requireWorkerAction } from '../../src/domains/workers/actions.js';
import { BROKEN, isStaying, LEAVING } from '../../src/domains/workers/lifecycle.js';
import { healthOf, isComplete, isDelivered, workerId } from '../../src/domains/workers/rules.js';
import { WorkerState } from '../../src/generated/prisma/enums.js';
import { refusalOf } from '../support/refusal.js';

const states = Object.values(WorkerState);

describe('the id of a worker (R201)', () => {
  const cluster = { id: 'cbftntmd0tmoqpjhtqe0', name: 'mycluster-dal10' };

  test('has eleven letters and digits of its cluster and seven of its pool, and a number that grows', () => {
    expect(workerId(cluster, 'myworkerpool2', 0x799)).toBe('kube-cbftntmd0tmoqpjhtqe0-myclusterda-myworke-00000799');
    expect(workerId({ ...cluster, name: 'a.b_c' }, 'p', 255)).toBe('kube-cbftntmd0tmoqpjhtqe0-abc-p-000000ff');
  });
});

describe('what workers say of their cluster (R123)', () => {
  test('normal ones are up; those that no fault has broken come', () => {
    const groups = states.map((state, index) => ({ state, count: 2 ** index }));
    const countOf = (...wanted: WorkerState[]): number => groups.filter(({ state }) => wanted.includes(state)).reduce((sum, { count }) => sum + count, 0);
    const { total, up, coming } = healthOf(groups);
    expect(total).toBe(2 ** states.length - 1);
    expect(up).toBe(countOf('normal'));
    expect(total - up - coming).toBe(countOf('critical', 'provision_failed', 'deploy_failed', 'reloading_failed'));
  });

  test('none are none', () => expect(healthOf([])).toEqual({ total: 0, up: 0, coming: 0 }));

  test('all is there as soon as some are up and none are coming, whatever is broken', () => {
    expect(isComplete({ total: 3, up: 2, coming: 0 })).toBe(true);
    expect(isComplete({ total: 3, up: 2, coming: 1 })).toBe(false);
    expect(isComplete({ total: 1, up: 0, coming: 0 })).toBe(false);
  });
});

describe('the states of a worker', () => {
  test('that it leaves when somebody does something alone (R203)', () => {
    expect(BROKEN).toEqual(['critical', 'provision_failed', 'deploy_failed', 'reloading_failed']);
  });

  test('in which it counts no more (R212, R213)', () => {
    expect(LEAVING).toEqual(['deleting', 'deleted']);
    expect(states.filter((state) => !isStaying(state))).toEqual(['deleting', 'deleted']);
  });

  test('in which it has no machine yet, and so no address (R33)', () => {
    expect(states.filter((state) => !isDelivered(state)).sort()).toEqual(['provision_failed', 'provision_pending', 'provisioning']);
  });
});

describe('what may be done to a worker', () => {
  const deployed = { state: 'deployed' } as const;
  const unavailable = { state: 'unavailable' } as const;

  test('needs the master (R124)', () => {
    expect(refusalOf(() => requireWorkerAction({ state: 'deploying' }, { state: 'provision_pending' }, 'remove'))[0]).toBe('masterNotDeployed');
    expect(refusalOf(() => requireWorkerAction(unavailable, { state: 'normal' }, 'reload'))).toEqual([
      'actionNotAllowed',
      'To reload a worker is not possible in the state unavailable. Possible now: delete, restart workers by force, configure.',
    ]);
  });

  test('needs no master by force, for a reboot and a reload (R206)', () => {
    expect(() => requireWorkerAction(unavailable, { state: 'normal' }, 'reboot', true)).not.toThrow();
    expect(() => requireWorkerAction(unavailable, { state: 'normal' }, 'reload', true)).not.toThrow();
    for (const action of ['update', 'replace', 'remove'] as const) {
      expect(refusalOf(() => requireWorkerAction(unavailable, { state: 'normal' }, action, true))[0]).toBe('actionNotAllowed');
    }
  });

  test('follows from its state, by force too', () => {
    expect(() => requireWorkerAction(deployed, { state: 'critical' }, 'reboot')).not.toThrow();
    expect(refusalOf(() => requireWorkerAction(deployed, { state: 'deleting' }, 'reboot', true))).toEqual([
      'actionNotAllowed',
      'To reboot a worker is not possible in the state deleting. Possible now: nothing.',
    ]);
  });

  test('is nothing once it is gone: there is no such worker (R212)', () => {
    expect(refusalOf(() => requireWorkerAction(deployed, { state: 'deleted' }, 'remove'))[0]).toBe('workerNotFound');
  });
});
