import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digest, IdSource, randomPasscode, randomSecret, randomUUID, uuidOf } from '../../src/core/ids.js';

const draw = (ids: IdSource): unknown[] => [
  ids.clusterId(),
  ids.infrastructureId(),
  ids.hex(7),
  ids.between(30_000, 32_767),
  ids.next(),
  ids.clusterId(),
];

describe('ids drawn from a seed', () => {
  test('are the same for the same seed, in every run', () => {
    expect(draw(new IdSource('seed', 0))).toEqual(draw(new IdSource('seed', 0)));
    expect(new IdSource('seed', 0).clusterId()).toBe('cgnisg180f0tjk0h0vas');
    expect(new IdSource('seed', 0).hex(8)).toBe('ceb45e80');
  });

  test('are others for another seed', () => {
    expect(new IdSource('seed', 0).clusterId()).not.toBe(new IdSource('other', 0).clusterId());
    expect(new IdSource('seed', 0).hex(32)).not.toBe(new IdSource('other', 0).hex(32));
  });

  test('go on where an earlier source of the seed stopped', () => {
    const whole = new IdSource('seed', 0);
    const expected = [...draw(whole), ...draw(whole)];
    const first = new IdSource('seed', 0);
    const found = draw(first);
    expect(first.drawn).toBe(6);
    found.push(...draw(new IdSource('seed', first.drawn)));
    expect(found).toEqual(expected);
  });

  test('go on from another point, as an account does that is taken back', () => {
    const other = new IdSource('other', 0);
    other.hex(8);
    const ids = new IdSource('seed', 0);
    const drawn = draw(ids);
    other.resume('seed', 0);
    expect(draw(other)).toEqual(drawn);
    expect(other.drawn).toBe(6);
  });

  test('a cluster id has 20 base32hex characters, begins with c and has no hyphen (R84, R201)', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(1_000_000), (seed, sequence) => {
        expect(new IdSource(seed, sequence).clusterId()).toMatch(/^c[0-9a-v]{19}$/);
      }),
    );
  });

  test('cluster ids do not come twice', () => {
    const ids = new IdSource('seed', 0);
    expect(new Set(Array.from({ length: 2_000 }, () => ids.clusterId())).size).toBe(2_000);
  });

  test('infrastructure ids have seven digits and grow (R14)', () => {
    const ids = new IdSource('seed', 0);
    const drawn = Array.from({ length: 500 }, () => ids.infrastructureId());
    expect(drawn.every((id) => /^\d{7}$/.test(id))).toBe(true);
    expect([...drawn].sort()).toEqual(drawn);
    expect(new Set(drawn).size).toBe(500);
  });

  test('hex digits are as many as asked for', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 64 }), (length) => {
      expect(new IdSource('seed', 0).hex(length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
    }));
  });

  test('a number lies between its ends, both of which come', () => {
    const ids = new IdSource('seed', 0);
    const numbers = new Set(Array.from({ length: 200 }, () => ids.between(1, 3)));
    expect([...numbers].sort()).toEqual([1, 2, 3]);
    expect(ids.between(5, 5)).toBe(5);
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), fc.nat(5000), (seed, low, span) => {
        const number = new IdSource(seed, 0).between(low, low + span);
        expect(number).toBeGreaterThanOrEqual(low);
        expect(number).toBeLessThanOrEqual(low + span);
      }),
    );
  });
});

describe('a digest', () => {
  test('depends on every part and on where a part ends', () => {
    expect(digest(64, 'a', 'b')).toBe(digest(64, 'a', 'b'));
    expect(digest(64, 'a', 'b')).not.toBe(digest(64, 'ab'));
    expect(digest(64, 'a', 'b')).not.toBe(digest(64, 'b', 'a'));
    expect(digest(32, 'a', 'b')).toBe(digest(64, 'a', 'b').slice(0, 32));
  });

  test('is a SHA-256 in hex', () => {
    expect(digest(64, 'abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

test('32 hex digits are written as a UUID', () => {
  expect(uuidOf('0123456789abcdef0123456789abcdef')).toBe('01234567-89ab-cdef-0123-456789abcdef');
});

test('what nobody may foresee is new each time', () => {
  expect(randomUUID()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(randomUUID()).not.toBe(randomUUID());
  expect(randomSecret()).toMatch(/^[0-9a-f]{64}$/);
  expect(randomSecret()).not.toBe(randomSecret());
  expect(randomPasscode()).toMatch(/^[A-Za-z0-9]{10}$/);
  expect(randomPasscode()).not.toBe(randomPasscode());
});
