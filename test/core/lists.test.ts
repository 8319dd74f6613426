import { describe, expect, test } from '@jest/globals';
import { chunksOf } from '../../src/core/chunks-of.js';
import { groupBy } from '../../src/core/group-by.js';

describe('chunksOf', () => {
  test('gives lists of so many, in order, the last with what is left', () => {
    expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(chunksOf([1, 2, 3, 4], 2)).toEqual([[1, 2], [3, 4]]);
  });

  test('gives no list at all of nothing', () => {
    expect(chunksOf([], 2)).toEqual([]);
  });
});

describe('groupBy', () => {
  test('gives the items of a key in their order, and none of a key that there is not', () => {
    const of = groupBy(['apple', 'bean', 'avocado'], (word) => word.charAt(0));
    expect(of('a')).toEqual(['apple', 'avocado']);
    expect(of('b')).toEqual(['bean']);
    expect(of('c')).toEqual([]);
  });
});
