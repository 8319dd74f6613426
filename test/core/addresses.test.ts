import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Block,
  contains,
  firstFreeBlock,
  gatewayOf,
  isBlock,
  networkOf,
  overlap,
  parseBlock,
  printBlock,
  sizeOf,
  usableAddresses,
} from '../../src/core/addresses.js';

const block = parseBlock;

/** Any network of at most 65536 addresses. */
const networks = fc
  .tuple(fc.integer({ min: 16, max: 32 }), fc.nat(2 ** 32 - 1))
  .map(([prefix, address]): Block => ({ first: Math.floor(address / 2 ** (32 - prefix)) * 2 ** (32 - prefix), prefix }));

/** What a block covers, address by address. */
const numbersOf = ({ first, prefix }: Block): number[] => Array.from({ length: 2 ** (32 - prefix) }, (_, index) => first + index);

const numberOf = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

describe('a block', () => {
  test('is read and written', () => {
    expect(block('10.184.0.64/26')).toEqual({ first: 179_830_848, prefix: 26 });
    expect(printBlock({ first: 179_830_848, prefix: 26 })).toBe('10.184.0.64/26');
    expect(printBlock(block('255.255.255.248/29'))).toBe('255.255.255.248/29');
    expect(printBlock(block('0.0.0.0/0'))).toBe('0.0.0.0/0');
  });

  test('written and read again is the same', () => {
    fc.assert(fc.property(networks, (network) => expect(block(printBlock(network))).toEqual(network)));
  });

  test('has its network address first, then its gateway', () => {
    expect([networkOf(block('10.208.29.72/29')), gatewayOf(block('10.208.29.72/29'))]).toEqual(['10.208.29.72', '10.208.29.73']);
  });

  test.each([
    ['/29', 8],
    ['/28', 16],
    ['/26', 64],
    ['/16', 65_536],
    ['/0', 4_294_967_296],
  ])('%s has %d addresses', (prefix, size) => expect(sizeOf(block(`0.0.0.0${prefix}`))).toBe(size));
});

describe('isBlock', () => {
  test.each([['172.30.0.0/16'], ['10.0.0.0/8'], ['0.0.0.0/0'], ['192.168.1.1/32'], ['10.184.0.248/29']])('takes %s', (text) =>
    expect(isBlock(text)).toBe(true),
  );

  test.each([
    ['host bits', '172.30.0.1/16'],
    ['host bits in the last place', '10.184.0.4/29'],
    ['no prefix', '172.30.0.0'],
    ['an empty prefix', '172.30.0.0/'],
    ['a prefix above 32', '172.30.0.0/33'],
    ['a negative prefix', '172.30.0.0/-1'],
    ['a prefix with a zero before it', '172.30.0.0/016'],
    ['two prefixes', '172.30.0.0/16/16'],
    ['three parts', '172.30.0/16'],
    ['a part above 255', '172.300.0.0/16'],
    ['an octal part', '010.0.0.0/8'],
    ['a hexadecimal part', '0x0a.0.0.0/8'],
    ['one number', '2887647232/16'],
    ['IPv6', 'fd00::/16'],
    ['white space before', ' 10.0.0.0/8'],
    ['white space after', '10.0.0.0/8 '],
    ['a line feed', '10.0.0.0/8\n'],
    ['nothing', ''],
    ['words', 'default'],
  ])('refuses %s', (_, text) => expect(isBlock(text)).toBe(false));

  test('takes a network exactly as it is written, and no other address with that prefix', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, seed) => {
        expect(isBlock(printBlock(network))).toBe(true);
        const offset = seed % sizeOf(network);
        const text = `${networkOf({ first: network.first + offset, prefix: 32 })}/${network.prefix}`;
        expect(isBlock(text)).toBe(offset === 0);
      }),
    );
  });

  test('never throws, and what it takes can be read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./ x]{0,20}$/)), (text) => {
        if (isBlock(text)) expect(printBlock(block(text))).toBe(text);
      }),
    );
  });
});

describe('overlap and contains', () => {
  test.each([
    ['10.0.0.0/29', '10.0.0.8/29', false, false],
    ['10.0.0.0/28', '10.0.0.8/29', true, true],
    ['10.0.0.8/29', '10.0.0.0/28', true, false],
    ['10.0.0.0/29', '10.0.0.0/29', true, true],
    ['127.255.255.248/29', '128.0.0.0/29', false, false],
    ['0.0.0.0/0', '255.255.255.255/32', true, true],
  ])('%s and %s', (outer, inner, overlapping, containing) => {
    expect(overlap(block(outer), block(inner))).toBe(overlapping);
    expect(overlap(block(inner), block(outer))).toBe(overlapping);
    expect(contains(block(outer), block(inner))).toBe(containing);
  });
});

describe('usableAddresses', () => {
  test('lacks network, gateway and broadcast: a /29 of .72 has .74 to .78 (R51)', () => {
    expect(usableAddresses(block('10.208.29.72/29'))).toEqual(['10.208.29.74', '10.208.29.75', '10.208.29.76', '10.208.29.77', '10.208.29.78']);
  });

  test.each([
    ['/24', 253],
    ['/26', 61],
    ['/27', 29],
    ['/28', 13],
    ['/29', 5],
    ['/30', 1],
    ['/31', 0],
    ['/32', 0],
  ])('a %s has %d (R34, R58, R62)', (prefix, count) => expect(usableAddresses(block(`10.184.0.0${prefix}`))).toHaveLength(count));

  test('crosses the parts of an address', () => {
    expect(usableAddresses(block('10.0.254.0/23')).slice(252, 256)).toEqual(['10.0.254.254', '10.0.254.255', '10.0.255.0', '10.0.255.1']);
  });

  test('is in order, inside the block, and never has its first two and its last address', () => {
    const small = networks.filter(({ prefix }) => prefix >= 22 && prefix <= 30);
    fc.assert(
      fc.property(small, (network) => {
        expect(usableAddresses(network).map(numberOf)).toEqual(numbersOf(network).slice(2, -1));
      }),
    );
  });
});

describe('firstFreeBlock', () => {
  const free = (pool: string, prefix: number, ...taken: string[]): string | undefined => {
    const found = firstFreeBlock(block(pool), prefix, taken.map(block));
    return found === undefined ? undefined : printBlock(found);
  };

  test.each([
    ['the start of an empty pool', '10.184.0.0/28'],
    ['the place behind what is taken', '10.184.0.16/28', '10.184.0.0/28'],
    ['the place behind one address', '10.184.0.16/28', '10.184.0.0/32'],
    ['a gap', '10.184.0.16/28', '10.184.0.0/28', '10.184.0.32/28'],
    ['an aligned place behind a smaller block', '10.184.0.16/28', '10.184.0.0/29'],
    ['no gap that is too small', '10.184.0.32/28', '10.184.0.0/28', '10.184.0.24/29'],
    ['the place behind a larger block', '10.184.0.64/28', '10.184.0.0/26'],
    ['the start, whatever lies outside of the pool', '10.184.0.0/28', '10.183.255.0/24', '10.185.0.0/24'],
    ['the place behind blocks in any order', '10.184.0.48/28', '10.184.0.32/28', '10.184.0.0/28', '10.184.0.16/28'],
    ['the place behind blocks inside one another', '10.184.0.64/28', '10.184.0.0/26', '10.184.0.0/29', '10.184.0.8/29'],
  ])('finds %s', (_, expected, ...taken) => expect(free('10.184.0.0/16', 28, ...taken)).toBe(expected));

  test('finds nothing in a pool that is full, too small or inside a taken block', () => {
    expect(free('10.0.0.0/28', 29, '10.0.0.0/29', '10.0.0.8/29')).toBeUndefined();
    expect(free('10.0.0.0/28', 28, '10.0.0.8/29')).toBeUndefined();
    expect(free('10.0.0.0/28', 26)).toBeUndefined();
    expect(free('10.0.0.0/28', 29, '10.0.0.0/8')).toBeUndefined();
    expect(free('255.255.255.240/28', 29, '255.255.255.240/28')).toBeUndefined();
  });

  test('blocks taken one after another never overlap, lie in the pool and are aligned, until none is left', () => {
    const prefixes = fc.array(fc.constantFrom(26, 27, 28, 29), { minLength: 1, maxLength: 60 });
    const strangers = fc.array(networks, { maxLength: 5 });
    const pool = block('10.184.0.0/24');
    fc.assert(
      fc.property(prefixes, strangers, (wanted, others) => {
        const used = new Set<number>();
        const taken: Block[] = [...others];
        for (const prefix of wanted) {
          const found = firstFreeBlock(pool, prefix, taken);
          const size = 2 ** (32 - prefix);
          const starts = Array.from({ length: 256 / size }, (_, index) => pool.first + index * size);
          const fits = starts.filter((start) => numbersOf({ first: start, prefix }).every((address) => !used.has(address)));
          // The lowest place that a plain search finds, or nothing.
          expect(found).toEqual(fits[0] === undefined ? undefined : { first: fits[0], prefix });
          if (found === undefined) continue;
          for (const address of numbersOf(found)) used.add(address);
          taken.push(found);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('takes a place that was given back', () => {
    fc.assert(
      fc.property(fc.nat(31), (index) => {
        const pool = block('10.184.0.0/24');
        const all = Array.from({ length: 32 }, (_, at): Block => ({ first: pool.first + 8 * at, prefix: 29 }));
        const left = all.filter((_, at) => at !== index);
        expect(firstFreeBlock(pool, 29, all)).toBeUndefined();
        expect(firstFreeBlock(pool, 29, left)).toEqual(all[index]);
      }),
    );
  });

  test('leaves the list that it is given as it was', () => {
    const taken = [block('10.184.0.32/28'), block('10.184.0.0/28')];
    firstFreeBlock(block('10.184.0.0/16'), 28, taken);
    expect(taken.map(printBlock)).toEqual(['10.184.0.32/28', '10.184.0.0/28']);
  });
});
