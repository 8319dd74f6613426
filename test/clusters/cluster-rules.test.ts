import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requireAction } from '../../src/domains/clusters/actions.js';
import { hasMaster, isBeforeMaster } from '../../src/domains/clusters/lifecycle.js';
import {
  chooseEndpoints,
  chooseSubnets,
  CLUSTER_NAME,
  DEFAULT_POOL_NAME,
  expiryOf,
  publicState,
  requireOptionalPublicEndpoint,
  requireServiceEndpoints,
  requireSomeEndpoint,
} from '../../src/domains/clusters/rules.js';
import { ClusterState } from '../../src/generated/prisma/enums.js';
import { refusalOf } from '../support/refusal.js';

const invalid = (problem: string): readonly [string, string] => ['invalidRequest', `The request is not valid: ${problem}.`];
const states = Object.values(ClusterState);

describe('the name of a cluster (R80)', () => {
  test.each([['a'], ['Z9'], ['my.cluster_of-2030'], ['a'.repeat(35)]])('may be %s', (name) => expect(CLUSTER_NAME.test(name)).toBe(true));

  test.each([[''], ['9a'], ['_a'], ['-a'], ['.a'], ['a b'], ['a/b'], ['ä'], ['a\n'], ['a'.repeat(36)]])('may not be %j', (name) =>
    expect(CLUSTER_NAME.test(name)).toBe(false),
  );

  test('is default for its first pool', () => expect(DEFAULT_POOL_NAME).toBe('default'));
});

describe('the subnets of pods and services', () => {
  test('are 172.30.0.0/16 and 172.21.0.0/16 unless others are named (R97)', () => {
    expect(chooseSubnets(undefined, undefined)).toEqual({ podSubnet: '172.30.0.0/16', serviceSubnet: '172.21.0.0/16' });
    expect(chooseSubnets('192.168.0.0/16', undefined)).toEqual({ podSubnet: '192.168.0.0/16', serviceSubnet: '172.21.0.0/16' });
    expect(chooseSubnets(undefined, '198.18.0.0/15')).toEqual({ podSubnet: '172.30.0.0/16', serviceSubnet: '198.18.0.0/15' });
  });

  test.each([['172.17.0.0/16'], ['172.22.0.0/15'], ['172.24.0.0/13'], ['172.31.254.0/23'], ['192.168.128.0/17'], ['198.18.0.0/15'], ['198.19.254.0/23']])(
    'may be %s for pods (R98)',
    (podSubnet) => expect(chooseSubnets(podSubnet, undefined).podSubnet).toBe(podSubnet),
  );

  test.each([['172.16.0.0/16'], ['172.18.0.0/16'], ['172.19.0.0/16'], ['172.20.0.0/16'], ['172.32.0.0/16'], ['172.16.0.0/12'], ['10.0.0.0/8'], ['192.169.0.0/16'], ['198.20.0.0/16']])(
    'may not be %s (R98, R99)',
    (cidr) => {
      const ranges = '172.17.0.0/16, 172.21.0.0 - 172.31.255.255, 192.168.0.0/16, 198.18.0.0/15';
      expect(refusalOf(() => chooseSubnets(cidr, undefined))).toEqual(invalid(`podSubnet must lie within ${ranges}`));
      expect(refusalOf(() => chooseSubnets(undefined, cidr))).toEqual(invalid(`serviceSubnet must lie within ${ranges}`));
    },
  );

  test('are a /23 for pods and a /24 for services, or larger (R98)', () => {
    expect(chooseSubnets('172.30.2.0/23', '172.21.3.0/24')).toEqual({ podSubnet: '172.30.2.0/23', serviceSubnet: '172.21.3.0/24' });
    expect(refusalOf(() => chooseSubnets('172.30.2.0/24', undefined))).toEqual(invalid('podSubnet must be a /23 or larger'));
    expect(refusalOf(() => chooseSubnets(undefined, '172.21.3.0/25'))).toEqual(invalid('serviceSubnet must be a /24 or larger'));
  });

  test('are networks', () => {
    const form = 'must be an IPv4 network in CIDR form, such as 172.30.0.0/16, without host bits';
    expect(refusalOf(() => chooseSubnets('172.30.0.1/16', undefined))).toEqual(invalid(`podSubnet ${form}`));
    expect(refusalOf(() => chooseSubnets(undefined, 'services'))).toEqual(invalid(`serviceSubnet ${form}`));
  });

  test('do not overlap, defaults among them (R98)', () => {
    expect(refusalOf(() => chooseSubnets('172.21.0.0/16', undefined))).toEqual(invalid('podSubnet 172.21.0.0/16 and serviceSubnet 172.21.0.0/16 overlap; they must not'));
    expect(refusalOf(() => chooseSubnets(undefined, '172.30.4.0/24'))).toEqual(invalid('podSubnet 172.30.0.0/16 and serviceSubnet 172.30.4.0/24 overlap; they must not'));
  });
});

describe('the endpoints of a create (R86, R150)', () => {
  test.each([
    [undefined, undefined, true, false],
    [false, false, true, false],
    [true, undefined, true, false],
    [undefined, true, false, true],
    [false, true, false, true],
    [true, true, true, true],
    [true, false, true, false],
  ])('public %p and private %p mean public %p and private %p', (publicEndpoint, privateEndpoint, publicServiceEndpoint, privateServiceEndpoint) => {
    expect(chooseEndpoints(publicEndpoint, privateEndpoint)).toEqual({ publicServiceEndpoint, privateServiceEndpoint });
  });
});

describe('the endpoints that a cluster may have', () => {
  test('a private one needs VRF and service endpoints in the account (R20, R152)', () => {
    expect(() => requireServiceEndpoints({ serviceEndpoints: true })).not.toThrow();
    expect(refusalOf(() => requireServiceEndpoints({ serviceEndpoints: false }))).toEqual(
      invalid('a private service endpoint needs VRF and service endpoints, which are not enabled in the account'),
    );
  });

  test.each([
    [true, true],
    [true, false],
    [false, true],
  ])('public %p and private %p are some (R153)', (publicServiceEndpoint, privateServiceEndpoint) => {
    expect(() => requireSomeEndpoint({ publicServiceEndpoint, privateServiceEndpoint })).not.toThrow();
  });

  test('one of them is on (R153)', () => {
    expect(refusalOf(() => requireSomeEndpoint({ publicServiceEndpoint: false, privateServiceEndpoint: false }))).toEqual(
      invalid('the public service endpoint can be disabled only while the private one is enabled'),
    );
  });

  test('the public one stays where the account says so (R153)', () => {
    expect(() => requireOptionalPublicEndpoint({ publicEndpointOptional: true })).not.toThrow();
    expect(refusalOf(() => requireOptionalPublicEndpoint({ publicEndpointOptional: false }))).toEqual(
      invalid('the public service endpoint of a cluster cannot be disabled in this account'),
    );
  });
});

test('a free cluster lives 30 days, also through a change of clocks (R101)', () => {
  expect(expiryOf({ createdAt: new Date('2030-03-15T10:00:00.000Z') })).toEqual(new Date('2030-04-14T10:00:00.000Z'));
});

describe('the state that callers see (R121 to R123, R125)', () => {
  const all = { total: 3, up: 3, coming: 0 };
  const shown = (state: ClusterState, workers = all, readyAt: Date | null = new Date()): string => publicState({ state, readyAt }, workers);

  test('is that of the master until it is deployed, while it does not answer, and from the delete on', () => {
    expect(states.map((state) => [state, shown(state)])).toEqual([
      ['requested', 'requested'],
      ['deploying', 'deploying'],
      ['deployed', 'normal'],
      ['updating', 'normal'],
      ['refreshing', 'normal'],
      ['unavailable', 'critical'],
      ['deleting', 'deleting'],
      ['aborted', 'aborted'],
      ['deleted', 'deleting'],
    ]);
  });

  test.each([
    ['no workers', { total: 0, up: 0, coming: 0 }, null, 'warning'],
    ['its first workers on their way', { total: 2, up: 1, coming: 1 }, null, 'pending'],
    ['none of its first workers up, and none coming', { total: 2, up: 0, coming: 0 }, null, 'critical'],
    ['some of its first workers broken', { total: 2, up: 1, coming: 0 }, null, 'warning'],
    ['later workers on their way', { total: 2, up: 1, coming: 1 }, new Date(), 'warning'],
    ['all workers reloading', { total: 2, up: 0, coming: 2 }, new Date(), 'critical'],
    ['all workers up', { total: 2, up: 2, coming: 0 }, new Date(), 'normal'],
  ] as const)('follows from the workers of a cluster with %s', (_, workers, readyAt, expected) => {
    for (const state of ['deployed', 'updating', 'refreshing'] as const) expect(shown(state, workers, readyAt)).toBe(expected);
  });

  test('is normal only if every worker is up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.nat(5), fc.nat(5), fc.nat(5), fc.boolean(), (state, up, coming, broken, wasReady) => {
        const workers = { total: up + coming + broken, up, coming };
        if (shown(state, workers, wasReady ? new Date() : null) === 'normal') expect([coming, broken]).toEqual([0, 0]);
      }),
    );
  });
});

describe('a master', () => {
  test('is there from its deployment to the end, and never for what was aborted (R121, R122)', () => {
    expect(states.filter(hasMaster)).toEqual(['deployed', 'updating', 'refreshing', 'unavailable', 'deleting', 'deleted']);
    expect(states.filter(isBeforeMaster)).toEqual(['requested', 'deploying']);
  });

  test('that is on its way is told from one that does not allow an action (R124)', () => {
    expect(refusalOf(() => requireAction({ state: 'deploying' }, 'change workers', 'To reload a worker'))[0]).toBe('masterNotDeployed');
    expect(refusalOf(() => requireAction({ state: 'updating' }, 'operate master', 'A master update'))).toEqual([
      'actionNotAllowed',
      'A master update is not possible in the state updating. Possible now: delete, change workers, restart workers by force, change network, configure, use API server.',
    ]);
    expect(refusalOf(() => requireAction({ state: 'aborted' }, 'delete', 'A delete'))).toEqual([
      'actionNotAllowed',
      'A delete is not possible in the state aborted. Possible now: nothing.',
    ]);
  });

  test('on its way lets be done what needs none of it (R124)', () => {
    expect(() => requireAction({ state: 'requested' }, 'delete', 'A delete')).not.toThrow();
    expect(() => requireAction({ state: 'deploying' }, 'configure', 'A setting')).not.toThrow();
    expect(() => requireAction({ state: 'deployed' }, 'operate master', 'A master update')).not.toThrow();
  });
});
