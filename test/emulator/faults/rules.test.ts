import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fits, strikes } from '../../../src/domains/faults/rules.js';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const struckOf = (occasion: Parameters<typeof strikes>[0], count: number): readonly number[] => numbers(count).filter((number) => strikes(occasion, number));

describe('when a fault strikes', () => {
  test('always, the first so many, and every so-manieth', () => {
    expect(struckOf(null, 4)).toEqual([1, 2, 3, 4]);
    expect(struckOf({ first: 2 }, 6)).toEqual([1, 2]);
    expect(struckOf({ every: 3 }, 10)).toEqual([3, 6, 9]);
    expect(struckOf({ every: 1 }, 3)).toEqual([1, 2, 3]);
  });

  test('a seed always strikes the same matches', () => {
    expect(struckOf({ probability: 0.3, seed: 'tuesday' }, 30)).toEqual(struckOf({ probability: 0.3, seed: 'tuesday' }, 30));
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
