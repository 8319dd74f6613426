import { describe, expect, test } from '@jest/globals';
import { isBalanced, machineTypeOf, POOL_ID_LABEL, requireStandard, requireZoneInReach, userLabels } from '../../src/domains/worker-pools/rules.js';
import { refusalOf } from '../support/refusal.js';

const invalid = (problem: string): readonly [string, string] => ['invalidRequest', `The request is not valid: ${problem}.`];

test('the flavor of a pool shows whether its disks are encrypted (R88)', () => {
  expect(machineTypeOf({ flavor: 'b3c.4x16', encrypted: true })).toBe('b3c.4x16.encrypted');
  expect(machineTypeOf({ flavor: 'b3c.4x16', encrypted: false })).toBe('b3c.4x16');
});

test('a pool is balanced while no zone has fewer or more workers than it should (R194)', () => {
  expect([[], [2], [2, 2], [2, 1], [3, 2], [0, 2]].map((counts) => isBalanced(2, counts))).toEqual([true, true, true, false, false, false]);
});

describe('the labels of a pool (R183)', () => {
  test('are the ones of the user, whatever they look like', () => {
    const labels = { app: 'shop', 'example.com/tier': 'front', 'my-kubernetes.io/x': '1' };
    expect(userLabels(labels, undefined)).toEqual(labels);
  });

  test('may hold the id of the pool as it was answered, which is not kept among them', () => {
    expect(POOL_ID_LABEL).toBe('ibm-cloud.kubernetes.io/worker-pool-id');
    expect(userLabels({ app: 'shop', 'ibm-cloud.kubernetes.io/worker-pool-id': 'pool-1' }, 'pool-1')).toEqual({ app: 'shop' });
  });

  test.each([
    ['the id of another pool', 'ibm-cloud.kubernetes.io/worker-pool-id', 'pool-2'],
    ['the id under another key', 'ibm-cloud.kubernetes.io/zone', 'pool-1'],
    ['what belongs to Kubernetes', 'kubernetes.io/os', 'linux'],
    ['what belongs to Kubernetes, in its old form', 'k8s.io/role', 'worker'],
  ])('may not hold %s', (_, key, value) => {
    expect(refusalOf(() => userLabels({ app: 'shop', [key]: value }, 'pool-1'))).toEqual(
      invalid(`labels must not have system labels, which begin with ibm-cloud.kubernetes.io/, kubernetes.io/, k8s.io/: ${key}`),
    );
  });

  test('are refused with all that is wrong with them', () => {
    expect(refusalOf(() => userLabels({ 'k8s.io/a': '1', 'k8s.io/b': '2' }, undefined))[1]).toMatch(/: k8s\.io\/a, k8s\.io\/b\.$/);
  });
});

describe('where workers of a cluster can come to (R189)', () => {
  test.each([
    ['dal10', 'dal10'],
    ['dal10', 'dal13'],
    ['sjc03', 'sjc03'],
    ['mel01', 'mel01'],
  ])('from %s to %s', (home, zone) => expect(() => requireZoneInReach(zone, { zone: home }, 'zone')).not.toThrow());

  test.each([
    ['dal10', 'wdc04', 'dal10, dal12, dal13'],
    ['dal10', 'us-south-1', 'dal10, dal12, dal13'],
    ['sjc03', 'sjc04', 'sjc03'],
    ['dal10', '', 'dal10, dal12, dal13'],
  ])("not from %s to '%s'", (home, zone, possible) => {
    expect(refusalOf(() => requireZoneInReach(zone, { zone: home }, 'zones[0].id'))).toEqual(
      invalid(`zones[0].id '${zone}' is not in reach of the cluster; it must be one of: ${possible}`),
    );
  });
});

test('a free cluster stays as it was made (R101)', () => {
  expect(() => requireStandard({ free: false })).not.toThrow();
  expect(refusalOf(() => requireStandard({ free: true }))).toEqual(invalid('a free cluster has one pool of one worker, which cannot be changed'));
});
