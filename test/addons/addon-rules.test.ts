import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requireAddonAction, requireAddonHost } from '../../src/domains/addons/actions.js';
import { chooseChange, chooseVersion, compareVersions, findRow, upgradesFor } from '../../src/domains/addons/rules.js';
import { refusalOf } from '../support/refusal.js';

const kubernetes = (masterVersion: string) => ({ type: 'kubernetes', masterVersion }) as const;
const openshift = (masterVersion: string) => ({ type: 'openshift', masterVersion }) as const;
const invalid = (problem: string): readonly [string, string] => ['invalidRequest', `The request is not valid: ${problem}.`];

describe('the version of an add-on (R290)', () => {
  test('is the newest that the cluster runs where none is named', () => {
    expect(chooseVersion('cluster-autoscaler', undefined, kubernetes('1.28.3_1525'))).toBe('1.2.1');
    expect(chooseVersion('cluster-autoscaler', undefined, kubernetes('1.23.8_1530'))).toBe('1.1.0');
    expect(chooseVersion('cluster-autoscaler', undefined, openshift('4.9.0_1500_openshift'))).toBe('1.1.0');
  });

  test('is the newest of all above every range that is known', () => {
    expect(chooseVersion('cluster-autoscaler', undefined, kubernetes('1.36.3_1525'))).toBe('1.2.1');
    expect(chooseVersion('openshift-data-foundation', undefined, openshift('4.19.0_1500_openshift'))).toBe('4.15.0');
  });

  test('is the one that is named, if the cluster runs it', () => {
    expect(chooseVersion('istio', '1.20', kubernetes('1.28.3_1525'))).toBe('1.20');
    expect(refusalOf(() => chooseVersion('istio', '1.20', kubernetes('1.36.3_1525')))).toEqual(
      invalid('the add-on istio 1.20 does not run on 1.36.3_1525; it must be one of: 1.21'),
    );
    expect(refusalOf(() => chooseVersion('istio', '9.9', kubernetes('1.28.3_1525')))).toEqual(
      invalid('the add-on istio 9.9 does not run on 1.28.3_1525; it must be one of: 1.21, 1.20'),
    );
  });

  test('begins with the first version of a range and ends before its last', () => {
    expect(chooseVersion('istio', '1.20', kubernetes('1.25.0_1500'))).toBe('1.20');
    expect(refusalOf(() => chooseVersion('istio', '1.20', kubernetes('1.24.99_1500')))[0]).toBe('invalidRequest');
    expect(chooseVersion('istio', '1.20', kubernetes('1.29.99_1500'))).toBe('1.20');
    expect(refusalOf(() => chooseVersion('istio', '1.20', kubernetes('1.30.0_1500')))[0]).toBe('invalidRequest');
  });

  test('is none for a cluster that is too old, or of the other platform', () => {
    expect(refusalOf(() => chooseVersion('istio', undefined, kubernetes('1.10.8_1527')))).toEqual(
      invalid('the add-on istio does not run on 1.10.8_1527; it has none that does'),
    );
    expect(refusalOf(() => chooseVersion('istio', undefined, openshift('4.15.0_1500_openshift')))[1]).toContain('the add-on istio does not run on');
    expect(refusalOf(() => chooseVersion('image-key-synchronizer', '1.0.0', kubernetes('1.28.3_1525')))[1]).toContain('it has none that does');
  });

  test.each([['vpc-block-csi-driver'], ['ships'], ['']])("is none of what is not for classic clusters: '%s'", (name) => {
    expect(refusalOf(() => chooseVersion(name, undefined, kubernetes('1.28.3_1525')))).toEqual(
      invalid(
        `the add-on '${name}' is not for classic clusters; it must be one of: alb-oauth-proxy, cluster-autoscaler, csutil, csutil-experimental, debug-tool, image-key-synchronizer, istio, openshift-data-foundation, static-route`,
      ),
    );
  });

  test('can be updated to newer ones that the cluster runs, the newest first', () => {
    expect(upgradesFor({ name: 'cluster-autoscaler', version: '1.0.9' }, kubernetes('1.27.0_1500'))).toEqual(['1.2.1', '1.2.0']);
    expect(upgradesFor({ name: 'cluster-autoscaler', version: '1.2.0' }, kubernetes('1.27.0_1500'))).toEqual(['1.2.1']);
    expect(upgradesFor({ name: 'cluster-autoscaler', version: '1.2.1' }, kubernetes('1.27.0_1500'))).toEqual([]);
  });
});

test('the row of what is installed is found by name and version', () => {
  expect(findRow('istio', '1.21')).toEqual({ name: 'istio', version: '1.21', kubernetes: ['1.27.0', '1.30.0'] });
  expect([findRow('istio', '5.1'), findRow('ships', '1.21')]).toEqual([undefined, undefined]);
});

describe('versions', () => {
  test.each([
    ['1.2.1', '1.2.0', 1],
    ['1.9', '1.10', -1],
    ['1.21', '1.21', 0],
    ['1.21', '1.21.0', 0],
    ['1.21.1', '1.21', 1],
    ['1.21', '1.21.1', -1],
    ['2.0.0', '1.99.99', 1],
  ])('%s against %s: %d', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));

  test('are in one order, whichever way they are asked for', () => {
    const versions = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('what is to become of an add-on (R290)', () => {
  test.each([
    [true, undefined, 'enable'],
    [true, false, 'enable'],
    [false, undefined, 'disable'],
    [false, false, 'disable'],
    [undefined, true, 'update'],
    [false, true, 'update'],
  ])('enable %p and update %p: %s', (enable, update, change) => expect(chooseChange(enable, update)).toBe(change));

  test('is one thing', () => {
    expect(refusalOf(() => chooseChange(true, true))).toEqual(invalid('enable and update must not both be true'));
    const nothing = invalid('enable must be true or false, unless update is true');
    expect([refusalOf(() => chooseChange(undefined, undefined)), refusalOf(() => chooseChange(undefined, false))]).toEqual([nothing, nothing]);
  });
});

describe('what may be done to an add-on', () => {
  test('needs the API server', () => {
    expect(() => requireAddonHost({ state: 'deployed' })).not.toThrow();
    expect(refusalOf(() => requireAddonHost({ state: 'deploying' }))[0]).toBe('masterNotDeployed');
    expect(refusalOf(() => requireAddonHost({ state: 'unavailable' }))[1]).toMatch(/^A change of add-ons is not possible in the state unavailable\./);
  });

  test('follows from its state (R291)', () => {
    expect(() => requireAddonAction({ name: 'istio', state: 'normal' }, 'update')).not.toThrow();
    expect(refusalOf(() => requireAddonAction({ name: 'istio', state: 'enabling' }, 'update'))).toEqual([
      'actionNotAllowed',
      'To update the add-on istio is not possible in the state enabling. Possible now: enable, disable.',
    ]);
  });
});
