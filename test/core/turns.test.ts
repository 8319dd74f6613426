import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lifecycleTables } from '../../src/lifecycle/registry.js';
import { byTurn } from '../../src/lifecycle/order.js';
import type { DueGroup } from '../../src/lifecycle/repository.js';

const at = new Date('2030-01-01T00:00:00.000Z');
const later = new Date('2030-01-01T00:00:00.001Z');
const group = (kind: DueGroup['kind'], from: string, moment = at): DueGroup => ({ kind, from, to: 'any', at: moment });

/** As they would be applied. */
const order = (...groups: DueGroup[]): string[] => groups.sort(byTurn).map(({ kind, from }) => `${kind} ${from}`);

describe('of transitions that are due', () => {
  test('the earlier comes first, however long its step is', () => {
    expect(order(group('worker', 'provision_pending', later), group('cluster', 'deleting'))).toEqual(['cluster deleting', 'worker provision_pending']);
  });

  test('the shorter step comes first at the same moment, whatever its kind', () => {
    expect(order(group('cluster', 'deploying'), group('subdomain', 'registering'), group('ALB', 'deploying'))).toEqual([
      'subdomain registering', // 60 s
      'ALB deploying', // 120 s
      'cluster deploying', // 285 s
    ]);
  });

  test('a cluster comes before what is in it, and a worker before the network of its zone, after steps of one length', () => {
    expect(order(group('subdomain', 'registering'), group('zone network', 'ordering_subnets'), group('worker', 'deployed'))).toEqual([
      'worker deployed',
      'zone network ordering_subnets',
      'subdomain registering',
    ]);
    expect(order(group('add-on', 'enabling'), group('ALB', 'deploying'))).toEqual(['ALB deploying', 'add-on enabling']);
  });

  test('what no step of its own ends comes before all steps: a free cluster whose time is over (R101)', () => {
    expect(order(group('worker', 'provision_pending'), group('cluster', 'deployed'))).toEqual(['cluster deployed', 'worker provision_pending']);
  });

  test('no order of asking changes which is first', () => {
    const kinds = Object.keys(lifecycleTables) as DueGroup['kind'][];
    const groups = fc.constantFrom(...kinds).chain((kind) =>
      fc.record({ from: fc.constantFrom(...Object.keys(lifecycleTables[kind].lifecycle)), moment: fc.constantFrom(at, later) }).map(({ from, moment }) => group(kind, from, moment)),
    );
    fc.assert(
      fc.property(groups, groups, groups, (a, b, c) => {
        // Never -0, which is another number to Jest and the same to a sort.
        expect(Math.sign(byTurn(a, b)) + Math.sign(byTurn(b, a))).toBe(0);
        if (byTurn(a, b) <= 0 && byTurn(b, c) <= 0) expect(byTurn(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
