import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freshRouter, planVlans, readRouter, type VlanPlan, type VlanRequest } from '../../src/domains/networking/vlans/rules.js';
import type { WorkerVlan } from '../../src/domains/networking/vlans/repository.js';
import { refusalOf } from '../support/refusal.js';

const [PUBLIC, PRIVATE] = ['public', 'private'] as const;
const vlan = (id: string, side: 'public' | 'private', router = '01a.dal10'): WorkerVlan => ({ id, side, router, hasPrimarySubnet: true });

/** A plan in words: `private 7, public new behind 01a.dal10`. */
function wordsOf(plan: VlanPlan): string {
  const sides = [['private', plan.private], ['public', plan.public]] as const;
  return sides
    .map(([side, choice]) => {
      if (choice === undefined) return `no ${side}`;
      return 'existing' in choice ? `${side} ${choice.existing.id}` : `new ${side} behind ${choice.makeBehind ?? 'a free router'}`;
    })
    .join(', ');
}

const plan = (request: VlanRequest, inZone: readonly WorkerVlan[]): string => wordsOf(planVlans(request, inZone, 'dal10', 'reuse'));
const refused = (request: VlanRequest, inZone: readonly WorkerVlan[], policy: 'reuse' | 'require' = 'reuse'): readonly [string, string] =>
  refusalOf(() => planVlans(request, inZone, 'dal10', policy));

describe('a request that names no VLAN', () => {
  test('has a pair made behind one router where the account has none (R1, R2)', () => {
    expect(plan({}, [])).toBe('new private behind a free router, new public behind a free router');
  });

  test('takes the pair of the lowest ids that are behind one router (R3, R4)', () => {
    expect(plan({}, [vlan('8', PUBLIC), vlan('7', PRIVATE), vlan('9', PRIVATE), vlan('3', PUBLIC)])).toBe('private 7, public 3');
  });

  test('compares ids as numbers: 999 is lower than 1000 (R4)', () => {
    expect(plan({}, [vlan('1000', PRIVATE), vlan('999', PRIVATE), vlan('1001', PUBLIC), vlan('998', PUBLIC)])).toBe('private 999, public 998');
  });

  test('passes by a lower private VLAN that has no partner (R4)', () => {
    expect(plan({}, [vlan('1', PRIVATE, '01a.dal10'), vlan('2', PRIVATE, '02a.dal10'), vlan('3', PUBLIC, '02a.dal10')])).toBe('private 2, public 3');
  });

  test('makes the side that is missing behind the router of the lowest private VLAN, or of the lowest public one (R4)', () => {
    expect(plan({}, [vlan('5', PRIVATE, '02a.dal10'), vlan('4', PRIVATE, '03a.dal10')])).toBe('private 4, new public behind 03a.dal10');
    expect(plan({}, [vlan('5', PRIVATE, '02a.dal10'), vlan('4', PUBLIC, '03a.dal10')])).toBe('private 5, new public behind 02a.dal10');
    expect(plan({}, [vlan('6', PUBLIC, '02a.dal10'), vlan('4', PUBLIC, '03a.dal10')])).toBe('new private behind 03a.dal10, public 4');
  });

  test('leaves the list that it is given as it was', () => {
    const inZone = [vlan('9', PRIVATE), vlan('7', PRIVATE), vlan('8', PUBLIC)];
    planVlans({}, inZone, 'dal10', 'reuse');
    expect(inZone.map(({ id }) => id)).toEqual(['9', '7', '8']);
  });

  test('is refused where the account wants VLANs named, if it has any (R4)', () => {
    expect(refused({}, [vlan('7', PRIVATE)], 'require')).toEqual(['missingFields', 'Required fields are missing: publicVlan, privateVlan.']);
    expect(refused({ privateOnly: true }, [vlan('7', PRIVATE)], 'require')).toEqual(['missingFields', 'Required fields are missing: privateVlan.']);
    expect(wordsOf(planVlans({}, [], 'dal10', 'require'))).toBe('new private behind a free router, new public behind a free router');
  });
});

describe('a request for private-only workers (R9)', () => {
  test('takes the lowest private VLAN, or has one made, and no public one', () => {
    expect(plan({ privateOnly: true }, [vlan('9', PRIVATE), vlan('7', PRIVATE), vlan('3', PUBLIC)])).toBe('private 7, no public');
    expect(plan({ privateOnly: true }, [])).toBe('new private behind a free router, no public');
    expect(plan({ privateOnly: true }, [vlan('8', PUBLIC, '03a.dal10'), vlan('3', PUBLIC, '02a.dal10')])).toBe('new private behind 02a.dal10, no public');
  });

  test('is one, too, that names a private VLAN alone', () => {
    expect(plan({ privateVlan: '9' }, [vlan('7', PRIVATE), vlan('9', PRIVATE), vlan('3', PUBLIC)])).toBe('private 9, no public');
    expect(plan({ privateVlan: '9', privateOnly: true }, [vlan('9', PRIVATE)])).toBe('private 9, no public');
  });

  test('cannot name a public VLAN (R10)', () => {
    expect(refused({ privateOnly: true, publicVlan: '3', privateVlan: '7' }, [vlan('3', PUBLIC), vlan('7', PRIVATE)])).toEqual([
      'invalidRequest',
      'The request is not valid: publicVlan cannot be combined with privateOnly.',
    ]);
  });
});

describe('a request that names VLANs', () => {
  const inZone = [vlan('3', PUBLIC), vlan('7', PRIVATE), vlan('5', PUBLIC, '02a.dal10')];

  test('takes them, where they are behind one router (R5)', () => {
    expect(plan({ publicVlan: '3', privateVlan: '7' }, inZone)).toBe('private 7, public 3');
    expect(refused({ publicVlan: '5', privateVlan: '7' }, inZone)).toEqual([
      'invalidRequest',
      'The request is not valid: publicVlan 5 is behind router fcr02a.dal10 and privateVlan 7 behind bcr01a.dal10; the parts after fcr and bcr must be equal.',
    ]);
  });

  test('names a private one, if it names a public one (R8)', () => {
    expect(refused({ publicVlan: '3' }, inZone)).toEqual(['invalidRequest', 'The request is not valid: privateVlan is required when publicVlan is named.']);
  });

  test.each([
    ['privateVlan', { privateVlan: '1300' }, '1300'],
    ['publicVlan', { privateVlan: '7', publicVlan: '1301' }, '1301'],
  ])('names in %s one of the account in the zone (R6)', (field, request, id) => {
    expect(refused(request, inZone)).toEqual([
      'invalidRequest',
      `The request is not valid: ${field} ${id} is not a VLAN of this account in zone dal10; list them with GET /v1/datacenters/dal10/vlans and name the id, not the VLAN number.`,
    ]);
  });

  test('names one of the right type (R6)', () => {
    expect(refused({ privateVlan: '3' }, inZone)).toEqual(['invalidRequest', 'The request is not valid: privateVlan 3 is a public VLAN; it must be a private one.']);
    expect(refused({ privateVlan: '7', publicVlan: '7' }, inZone)).toEqual(['invalidRequest', 'The request is not valid: publicVlan 7 is a private VLAN; it must be a public one.']);
  });
});

test('a plan never mixes routers, and makes nothing where there is a pair (R2, R4)', () => {
  const sides = fc.constantFrom(PUBLIC, PRIVATE);
  const routers = fc.constantFrom('01a.dal10', '02a.dal10', '03a.dal10');
  const zones = fc.array(fc.tuple(sides, routers), { maxLength: 8 }).map((rows) => rows.map(([side, router], index) => vlan(String(100 + index), side, router)));
  fc.assert(
    fc.property(zones, (inZone) => {
      const { private: chosen, public: partner } = planVlans({}, inZone, 'dal10', 'reuse');
      const routersOf = [chosen, partner].map((choice) => (choice && 'existing' in choice ? choice.existing.router : choice?.makeBehind));
      expect(routersOf[0]).toBe(routersOf[1]);
      const hasPair = inZone.some((one) => inZone.some((other) => one.side !== other.side && one.router === other.router));
      expect('existing' in chosen && partner !== undefined && 'existing' in partner).toBe(hasPair);
    }),
  );
});

test('a router that no VLAN of the zone is behind is the first that is free (R2)', () => {
  const routers = (...texts: string[]): { router: string }[] => texts.map((router) => ({ router }));
  expect(freshRouter('dal10', [])).toBe('01a.dal10');
  expect(freshRouter('dal10', routers('01a.dal10', '03a.dal10'))).toBe('02a.dal10');
  expect(freshRouter('fra02', routers(...Array.from({ length: 9 }, (_, index) => `0${index + 1}a.fra02`)))).toBe('10a.fra02');
});

describe('a router as people write it (R2)', () => {
  test.each([
    ['02a', PUBLIC],
    ['02a.dal10', PUBLIC],
    ['fcr02a', PUBLIC],
    ['fcr02a.dal10', PUBLIC],
    ['bcr02a.dal10', PRIVATE],
  ])('%s of a %s VLAN is 02a.dal10', (text, side) => expect(readRouter(text, 'dal10', side)).toBe('02a.dal10'));

  test('may have three digits', () => expect(readRouter('bcr123b', 'dal10', PRIVATE)).toBe('123b.dal10'));

  test.each([
    ['bcr02a.dal10', PUBLIC],
    ['fcr02a.dal10', PRIVATE],
    ['02a.dal12', PUBLIC],
    ['2a', PUBLIC],
    ['1234a', PUBLIC],
    ['02A', PUBLIC],
    ['02', PUBLIC],
    ['02ab', PUBLIC],
    ['x02a', PUBLIC],
    ['02a.', PUBLIC],
    ['02a.dal10.', PUBLIC],
    ['02adal10', PUBLIC],
    ['', PUBLIC],
  ])('%p is none of a %s VLAN in dal10', (text, side) => {
    const kind = side === 'public' ? 'fcr' : 'bcr';
    expect(refusalOf(() => readRouter(text, 'dal10', side))).toEqual([
      'invalidRequest',
      `The request is not valid: router '${text}' does not fit a ${side} VLAN in zone dal10; it must be such as 02a or ${kind}02a.dal10.`,
    ]);
  });
});
