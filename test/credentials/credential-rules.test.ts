import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseRegion, infrastructureOf } from '../../src/domains/credentials/rules.js';
import { refusalOf } from '../support/refusal.js';

describe('the region that a header names (R23)', () => {
  test.each([
    [undefined, 'us-south'],
    ['us-south', 'us-south'],
    ['eu-central', 'eu-de'],
    ['eu-de', 'eu-de'],
    ['EU-Central', 'eu-de'],
  ])('%p is %s', (header, region) => expect(chooseRegion(header)).toBe(region));

  test.each(['us-west', 'br-sao'])('is one of those in which classic clusters are, and %s is not', (header) => {
    expect(refusalOf(() => chooseRegion(header))).toEqual([
      'invalidRequest',
      'The request is not valid: the header X-Region must be one of: au-syd, jp-osa, jp-tok, eu-de, eu-gb, us-south, us-east.',
    ]);
  });
});

describe('the account of the infrastructure (R294)', () => {
  test('is that of stored credentials, whose user name begins with its number', () => {
    expect(infrastructureOf('account', { username: '1234567_ann@example.com' })).toEqual({ number: '1234567', type: 'unlinked' });
    expect(infrastructureOf('account', { username: 'ann' })).toEqual({ number: 'ann', type: 'unlinked' });
  });

  test('is the linked one without them: seven digits, always the same', () => {
    expect(infrastructureOf('account', null)).toEqual({ number: '1617364', type: 'linked' });
    fc.assert(fc.property(fc.string(), (accountId) => expect(infrastructureOf(accountId, null).number).toMatch(/^[1-9]\d{6}$/)));
  });
});
