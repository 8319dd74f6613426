import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { concerns, fits, isArmed, isOfOperation, isOver, isScoped, strikes } from '../../../src/domains/faults/rules.js';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const struckOf = (occasion: Parameters<typeof strikes>[0], count: number): readonly number[] => numbers(count).filter((number) => strikes(occasion, number));

describe('when a fault strikes', () => {
  test('always, the first n, and every nth', () => {
    expect(struckOf(null, 4)).toEqual([1, 2, 3, 4]);
    expect(struckOf({ first: 2 }, 6)).toEqual([1, 2]);
    expect(struckOf({ every: 3 }, 10)).toEqual([3, 6, 9]);
    expect(struckOf({ every: 1 }, 3)).toEqual([1, 2, 3]);
  });

  test('a seed always strikes the same matches', () => {
    expect(struckOf({ probability: 0.3, seed: 'tuesday' }, 30)).toEqual([4, 7, 9, 12, 13, 16, 17, 19, 20, 27]);
    expect(struckOf({ probability: 0.3 }, 30)).toEqual(struckOf({ probability: 0.3, seed: '' }, 30));
    expect(struckOf({ probability: 0.5, seed: 'a' }, 30)).not.toEqual(struckOf({ probability: 0.5, seed: 'b' }, 30));
  });

  test('a probability is met, whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, probability) => {
        const share = struckOf({ probability, seed }, 2_000).length / 2_000;
        expect(Math.abs(share - probability)).toBeLessThan(0.08);
      }),
      { numRuns: 60 },
    );
  });

  test('a higher probability strikes what a lower one of the same seed does, and more', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (seed, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const more = struckOf({ probability: high, seed }, 50);
        expect(struckOf({ probability: low, seed }, 50).every((number) => more.includes(number))).toBe(true);
      }),
    );
  });

  test('0 strikes nothing and 1 everything', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1 }), (seed, number) => {
        expect([strikes({ probability: 0, seed }, number), strikes({ probability: 1, seed }, number)]).toEqual([false, true]);
      }),
    );
  });
});

describe('whether a fault may still strike', () => {
  const at = (text: string): Date => new Date(`2030-01-01T${text}Z`);
  const fault = { occasion: null, struck: 9, expiresAt: null };

  test('it does until the moment at which its time is over', () => {
    expect([isOver(fault, at('10:00:00')), isOver({ expiresAt: at('10:00:00') }, at('09:59:59')), isOver({ expiresAt: at('10:00:00') }, at('10:00:00'))]).toEqual([false, false, true]);
    expect([isArmed(fault, at('10:00:00')), isArmed({ ...fault, expiresAt: at('10:00:00') }, at('10:00:00'))]).toEqual([true, false]);
  });

  test('it does until it has struck as often as it was to', () => {
    expect([1, 2, 3].map((struck) => isArmed({ ...fault, occasion: { first: 2 }, struck }, at('10:00:00')))).toEqual([true, false, false]);
    expect(isArmed({ ...fault, occasion: { every: 2 } }, at('10:00:00'))).toBe(true);
    expect(isArmed({ occasion: { first: 2 }, struck: 0, expiresAt: at('10:00:00') }, at('11:00:00'))).toBe(false);
  });
});

describe('what a fault is about', () => {
  const any = { resource: null, zone: null, name: null };
  const subject = { names: ['cbftntmd0tmoqpjhtqe0', 'shop-1'], zones: ['dal10', 'dal12'] };

  test.each([
    [{}, true],
    [{ resource: 'shop-1' }, true],
    [{ resource: 'shop' }, false],
    [{ zone: 'dal12' }, true],
    [{ zone: 'dal13' }, false],
    [{ name: 'shop-*' }, true],
    [{ name: 'web-*' }, false],
    [{ resource: 'shop-1', zone: 'dal13' }, false],
    [{ zone: 'dal10', name: 'web-*' }, false],
    [{ resource: 'other', name: 'shop-*' }, false],
  ])('%j concerns a cluster shop-1 in dal10 and dal12: %p', (scope, concerned) => {
    expect(concerns({ ...any, ...scope }, subject)).toBe(concerned);
    expect(isScoped({ ...any, ...scope })).toBe(Object.keys(scope).length > 0);
  });

  test('all operations, or those that fit a pattern', () => {
    expect(isOfOperation({ operations: [] }, 'getClusters')).toBe(true);
    expect(isOfOperation({ operations: ['create*', 'get*'] }, 'getClusters')).toBe(true);
    expect(isOfOperation({ operations: ['create*'] }, 'getClusters')).toBe(false);
  });
});

describe('a pattern', () => {
  test.each([
    ['getClusters', 'getClusters', true],
    ['getClusters', 'getCluster', false],
    ['getClusters', 'GETCLUSTERS', false],
    ['getClusters', '*', true],
    ['', '*', true],
    ['getClusters', 'get*', true],
    ['getClusters', '*Clusters', true],
    ['getClusters', '*t*s*', true],
    ['getClusters', 'get*get', false],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['abcabc', 'a*bc*c', true],
    ['abc', 'a*bc*c', false],
  ])('%j with %j: %p', (text, pattern, expected) => {
    expect(fits(text, pattern)).toBe(expected);
  });

  test('says what the regular expression says that has .* in place of each *', () => {
    const letters = fc.stringMatching(/^[ab]{0,8}$/);
    const patterns = fc.stringMatching(/^[ab*]{0,6}$/);
    fc.assert(
      fc.property(letters, patterns, (text, pattern) => {
        expect(fits(text, pattern)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
