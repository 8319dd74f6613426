import { describe, expect, test } from '@jest/globals';
import { overlap, printBlock, sizeOf } from '../../src/core/addresses.js';
import { ADDRESS_POOLS, checkUserBlock, ORDERED_PREFIXES, pickAttachedVlan, PORTABLE_PREFIXES } from '../../src/domains/networking/subnets/rules.js';
import { requireNetworkChange } from '../../src/domains/networking/actions.js';
import { refusalOf } from '../support/refusal.js';
import { vlanRow } from '../support/rows.js';

describe('what the service orders by itself', () => {
  test('is cut from a pool for each side, and the pools share no address (R39)', () => {
    expect([printBlock(ADDRESS_POOLS.public), printBlock(ADDRESS_POOLS.private)]).toEqual(['169.48.0.0/16', '10.184.0.0/16']);
    expect(overlap(ADDRESS_POOLS.public, ADDRESS_POOLS.private)).toBe(false);
  });

  test('is for workers a public /28 and a private /26, for ALBs a /29 on both sides (R30, R50)', () => {
    expect(ORDERED_PREFIXES).toEqual({ primary: { public: 28, private: 26 }, portable: { public: 29, private: 29 } });
  });

  test('has the size that is asked for (R58)', () => {
    const sizes = Object.entries(PORTABLE_PREFIXES).map(([size, prefix]) => [size, sizeOf({ first: 0, prefix })]);
    expect(sizes).toEqual([['8', 8], ['16', 16], ['32', 32], ['64', 64]]);
  });
});

describe('the block of a user-managed subnet (R61)', () => {
  const taken = ['10.184.0.0/26', '169.48.0.16/29'];

  test.each([['10.91.40.0/24'], ['10.91.40.0/30'], ['10.184.0.64/26'], ['10.183.255.0/24']])('may be %s', (cidr) => {
    expect(printBlock(checkUserBlock(cidr, taken))).toBe(cidr);
  });

  test.each([
    ['10.91.40.0/23', 23],
    ['10.91.40.0/31', 31],
    ['10.91.40.0/32', 32],
    ['10.0.0.0/8', 8],
  ])('may not be %s, which is a /%d', (cidr, prefix) => {
    expect(refusalOf(() => checkUserBlock(cidr, taken))).toEqual([
      'invalidRequest',
      `The request is not valid: cidr must be a /24 to /30; it is a /${prefix}.`,
    ]);
  });

  test.each([['10.91.40.1/24'], ['10.91.40.0'], ['']])('may not be %p, which is no network', (cidr) => {
    expect(refusalOf(() => checkUserBlock(cidr, taken))).toEqual([
      'invalidRequest',
      'The request is not valid: cidr must be an IPv4 network in CIDR form, such as 10.91.40.0/24, without host bits.',
    ]);
  });

  test.each([
    ['10.184.0.0/26', '10.184.0.0/26'],
    ['10.184.0.32/30', '10.184.0.0/26'],
    ['10.184.0.0/24', '10.184.0.0/26'],
    ['169.48.0.0/27', '169.48.0.16/29'],
  ])('may not be %s, where %s is taken', (cidr, holder) => {
    const [key, text] = refusalOf(() => checkUserBlock(cidr, taken));
    expect(key).toBe('heldByAnother');
    expect(text).toContain(`The block ${cidr}, or a part of it,`);
    expect(text).toContain(`the subnet ${holder}`);
  });
});

describe('the VLAN of a subnet', () => {
  const attached = [vlanRow({ id: '1000001', side: 'public' }), vlanRow({ id: '1000002', side: 'private' })];

  test("is one that the cluster's workers are on (R56, R58)", () => {
    expect(pickAttachedVlan('1000002', attached)).toBe(attached[1]);
    expect(refusalOf(() => pickAttachedVlan('1000009', attached))).toEqual([
      'invalidRequest',
      'The request is not valid: VLAN 1000009 has no workers of the cluster; it must be one of: 1000001, 1000002.',
    ]);
  });
});

describe("a change of a cluster's network", () => {
  test('needs the master (R124)', () => {
    expect(() => requireNetworkChange({ state: 'deployed', free: false }, 'Adding a subnet')).not.toThrow();
    expect(refusalOf(() => requireNetworkChange({ state: 'deploying', free: false }, 'Adding a subnet'))[0]).toBe('masterNotDeployed');
    expect(refusalOf(() => requireNetworkChange({ state: 'unavailable', free: false }, 'Adding a subnet'))[1]).toMatch(/^Adding a subnet is not possible in the state unavailable\./);
  });

  test('is never one of a free cluster (R101)', () => {
    expect(refusalOf(() => requireNetworkChange({ state: 'deployed', free: true }, 'Adding a subnet'))).toEqual([
      'invalidRequest',
      'The request is not valid: Adding a subnet is not possible in a free cluster, which has neither subnets nor ALBs.',
    ]);
  });
});
