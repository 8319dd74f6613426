import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planScale } from '../../src/domains/worker-pools/scale.js';
import { type Worker, type WorkerPoolZone } from '../../src/generated/prisma/client.js';
import { WorkerState } from '../../src/generated/prisma/enums.js';
import { workerRow } from '../support/rows.js';

const poolZone = (zone: string): WorkerPoolZone => ({ accountId: 'account', poolId: 'pool', zone, privateVlanId: '1000002', publicVlanId: null });
const dal10 = [poolZone('dal10')];

/** Who goes, in turn, when one after the other must. */
const inTurn = (...workers: Worker[]): string[] => planScale(dal10, workers, 0).surplus.map(({ id }) => id);

describe('a pool comes to its size (R188)', () => {
  const workers = [workerRow({ id: 'a1' }), workerRow({ id: 'a2' }), workerRow({ id: 'b1', zone: 'dal12' })];
  const zones = [poolZone('dal10'), poolZone('dal12'), poolZone('dal13')];

  test('in each of its zones by itself', () => {
    const { surplus, missing } = planScale(zones, workers, 1);
    expect(surplus.map(({ id }) => id)).toEqual(['a1']);
    expect(missing.map(({ poolZone: { zone }, count }) => [zone, count])).toEqual([['dal13', 1]]);
  });

  test('with as many more as are missing, and none where all are there', () => {
    const { surplus, missing } = planScale(zones, workers, 3);
    expect(surplus).toEqual([]);
    expect(missing.map(({ poolZone: { zone }, count }) => [zone, count])).toEqual([['dal10', 1], ['dal12', 2], ['dal13', 3]]);
    expect(planScale(dal10, workers, 2)).toEqual({ surplus: [], missing: [] });
  });

  test('with nobody left at size 0', () => {
    expect(planScale(zones, workers, 0).surplus.map(({ id }) => id)).toEqual(['a1', 'a2', 'b1']);
  });

  test('exactly, whatever is there', () => {
    const all = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), zone: fc.constantFrom('dal10', 'dal12'), state: fc.constantFrom(...Object.values(WorkerState)) }), {
      selector: ({ id }) => id,
      maxLength: 12,
    });
    fc.assert(
      fc.property(all, fc.nat(6), (given, size) => {
        const { surplus, missing } = planScale(zones, given.map(workerRow), size);
        for (const { zone } of zones) {
          const own = given.filter((worker) => worker.zone === zone).length;
          const gone = surplus.filter((worker) => worker.zone === zone).length;
          const come = missing.find((one) => one.poolZone.zone === zone)?.count ?? 0;
          expect(own - gone + come).toBe(size);
          expect(Math.min(gone, come)).toBe(0);
        }
      }),
    );
  });
});

describe('who goes first (R195)', () => {
  test('the worse state', () => {
    const workers = Object.values(WorkerState).map((state, index) => workerRow({ id: String.fromCharCode(97 + index), state }));
    const states = planScale(dal10, [...workers].reverse(), 0).surplus.map(({ state }) => state);
    expect(states).toEqual([
      'deleted',
      'provision_failed',
      'deploy_failed',
      'deleting',
      'provision_pending',
      'provisioning',
      'deploying',
      'provisioned',
      'reloading_failed',
      'reload_pending',
      'reloading',
      'critical',
      'deployed',
      'normal',
    ]);
  });

  test('then the one that an operation is going on with', () => {
    expect(inTurn(workerRow({ id: 'a' }), workerRow({ id: 'b', pendingOperation: 'reboot' }))).toEqual(['b', 'a']);
    expect(inTurn(workerRow({ id: 'b', pendingOperation: 'reboot' }), workerRow({ id: 'a' }))).toEqual(['b', 'a']);
  });

  test('then the older version, by its numbers', () => {
    expect(inTurn(workerRow({ id: 'a', version: '1.10.8_1528' }), workerRow({ id: 'b', version: '1.9.10_1527' }))).toEqual(['b', 'a']);
    expect(inTurn(workerRow({ id: 'a', version: '1.36.2_1524' }), workerRow({ id: 'b', version: '' }))).toEqual(['b', 'a']);
  });

  test('then the older worker, whose id is lower', () => {
    expect(inTurn(workerRow({ id: 'kube-b' }), workerRow({ id: 'kube-a' }), workerRow({ id: 'kube-c' }))).toEqual(['kube-a', 'kube-b', 'kube-c']);
  });

  test('a state counts before health, health before the version, and that before the id', () => {
    expect(
      inTurn(
        workerRow({ id: 'd', state: 'deployed', version: '1.36.2_1524' }),
        workerRow({ id: 'c', pendingOperation: 'reboot', version: '1.36.2_1524' }),
        workerRow({ id: 'b', version: '1.35.3_1523' }),
        workerRow({ id: 'a', version: '1.36.2_1524' }),
      ),
    ).toEqual(['d', 'c', 'b', 'a']);
  });
});
