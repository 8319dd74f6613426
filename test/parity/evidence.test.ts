import { describe, expect, test } from '@jest/globals';
import { claimsOf } from '../../src/parity/evidence.js';

const claims = (...titles: string[]) => claimsOf({ file: 'test/some.test.ts', titles });

describe('the rules and ambiguities that a test carries', () => {
  test.each([
    ['no id', 'answers what it knows', []],
    ['several', 'one and the other (R1, R52, A7)', ['R1', 'R52', 'A7']],
    ['a range', 'the documented states (R128 to R130)', ['R128', 'R129', 'R130']],
    ['one twice', 'R52: a subnet (R52)', ['R52']],
    ['what only looks like one', 'GR1, R1234, %ED%A0%80 and RAID1', []],
  ])('%s', (_, name, ids) => {
    expect(claims(name).ids).toEqual(ids);
  });

  test('stand on what it stands in, too', () => {
    expect(claims('flavors (R92)', 'bare metal (R89)').ids).toEqual(['R92', 'R89']);
  });
});

describe('the operations that a test is about', () => {
  test('are those that its block is named by', () => {
    expect(claims('getMessages, v2GetMessages', 'v2GetMessages', '200: none').operations).toEqual(['getMessages', 'v2GetMessages']);
    expect(claims('iamToken with an API key', 'gives a token').operations).toEqual(['iamToken']);
  });

  test('are those that an ambiguity is proven for', () => {
    expect(claims('A7: createWorkerPool reads VLANs in both spellings')).toEqual({ operations: ['createWorkerPool'], ids: ['A7'] });
  });

  test('are none where a test that stands alone says something of an operation', () => {
    expect(claims('getRegions has its tests in one file').operations).toEqual([]);
    expect(claims('a description of getRegions', 'is short').operations).toEqual([]);
  });
});
