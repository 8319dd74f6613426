import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distinctNamePart, ingressHealth, namePart, subdomainNames } from '../../src/domains/ingress/rules.js';

const NAME_26 = 'a'.repeat(26);
const NAME_27 = 'abcdefghijklmnopqrstuvwxyz1';

describe('the part of a subdomain that comes from the name of the cluster (R252)', () => {
  test('is the name up to 26 characters, and 24 of longer ones', () => {
    expect(namePart(NAME_26)).toBe(NAME_26);
    expect(namePart(NAME_27)).toBe('abcdefghijklmnopqrstuvwx');
  });

  test('is a label of DNS: lower case, with hyphens for periods and underscores', () => {
    expect(namePart('My.Cluster_2')).toBe('my-cluster-2');
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,34}$/), (name) => expect(namePart(name)).toMatch(/^[a-z][a-z0-9-]{0,25}$/)));
  });

  test('is told apart by chance where another cluster has it, and cut to 17 of longer ones', () => {
    expect(distinctNamePart(NAME_26, 'x1y2z3')).toBe(`${NAME_26}-x1y2z3`);
    expect(distinctNamePart(NAME_27, 'x1y2z3')).toBe('abcdefghijklmnopq-x1y2z3');
    expect(distinctNamePart('My.Shop', 'x1y2z3')).toBe('my-shop-x1y2z3');
  });
});

describe('the first subdomain of a cluster and its secret (R251)', () => {
  test('have the hash of the account and a counter, and the subdomain its region', () => {
    const { hostname, secretName } = subdomainNames('shop', 'account-1', 'us-south');
    expect(secretName).toMatch(/^shop-[0-9a-f]{32}-0000$/);
    expect(hostname).toBe(`${secretName}.us-south.containers.appdomain.cloud`);
  });

  test('share the hash with all others of the account, and with no other account', () => {
    const hashOf = (part: string, account: string): string => subdomainNames(part, account, 'eu-de').secretName.slice(part.length + 1, -5);
    expect(hashOf('shop', 'account-1')).toBe(hashOf('other', 'account-1'));
    expect(hashOf('shop', 'account-1')).not.toBe(hashOf('shop', 'account-2'));
    expect(hashOf('shop', 'account-1')).toBe('142ae4bd3cc95b1d7d401e676355ef9d');
  });
});

describe('what a cluster tells of its Ingress', () => {
  const full = [
    { vlanId: '1000001', zone: 'dal10' },
    { vlanId: '1000003', zone: 'dal12' },
  ];
  const message =
    'ErrorSubnetLimitReached: no portable subnet could be ordered on VLAN 1000001 in zone dal10, VLAN 1000003 in zone dal12; a VLAN can have 40 subnets at most.';

  test('is nothing before its subdomain is registered, and then that it is well', () => {
    expect(ingressHealth(false, [], 40)).toEqual({ status: '', message: '' });
    expect(ingressHealth(true, [], 40)).toEqual({ status: 'healthy', message: 'All Ingress components are healthy.' });
  });

  test('is where a subnet is missing: it is critical without a subdomain and a warning with one (R54)', () => {
    expect(ingressHealth(false, full, 40)).toEqual({ status: 'critical', message });
    expect(ingressHealth(true, full, 40)).toEqual({ status: 'warning', message });
  });
});
