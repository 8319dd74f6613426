import { describe, expect, test } from '@jest/globals';
import { requireAlbAction } from '../../src/domains/albs/actions.js';
import { changeBuild, chooseBuild, hadNoAddress, isDefault, lowestFree, nextNumber, pickAddress, type UsableAddress } from '../../src/domains/albs/rules.js';
import { refusalOf } from '../support/refusal.js';
import { subnetRow } from '../support/rows.js';

const portable = subnetRow({ kind: 'portable' });
const userManaged = subnetRow({ kind: 'user_managed' });
const place = { vlanId: '1000001', zone: 'dal10' };

const free = (address: string, subnet = portable): UsableAddress => ({ address, subnet, holder: undefined });
const held = (address: string, holder: string): UsableAddress => ({ address, subnet: portable, holder });

describe('the address of an ALB (R234 to R237)', () => {
  const usable = [held('169.48.0.18', 'alb1'), free('169.48.0.19'), free('169.48.0.20')];
  const pick = (wish: { named?: string; former?: string }, from = usable): string =>
    pickAddress(from, { named: wish.named, former: wish.former ?? null }, place).address;

  test('is the lowest free one where nothing is wished', () => expect(pick({})).toBe('169.48.0.19'));

  test('is the one that is named, before the one that the ALB had', () => {
    expect(pick({ named: '169.48.0.20' })).toBe('169.48.0.20');
    expect(pick({ named: '169.48.0.20', former: '169.48.0.19' })).toBe('169.48.0.20');
  });

  test('is the one that the ALB had, while its subnet is there', () => {
    expect(pick({ former: '169.48.0.20' })).toBe('169.48.0.20');
    expect(pick({ former: '169.48.9.9' })).toBe('169.48.0.19');
  });

  test('of a user-managed subnet is given to whom names it alone (R235)', () => {
    const own = [free('10.91.40.2', userManaged), free('169.48.0.21')];
    expect(pick({}, own)).toBe('169.48.0.21');
    expect(pick({ named: '10.91.40.2' }, own)).toBe('10.91.40.2');
    expect(lowestFree([free('10.91.40.2', userManaged)])).toBeUndefined();
    expect(lowestFree([held('169.48.0.18', 'alb1')])).toBeUndefined();
  });

  test('cannot be one that another has, and the refusal names those that are free (R237)', () => {
    const [key, text] = refusalOf(() => pick({ named: '169.48.0.18' }));
    expect(key).toBe('heldByAnother');
    expect(text).toContain('The address 169.48.0.18');
    expect(text).toContain('alb1; free on VLAN 1000001 are 169.48.0.19, 169.48.0.20');
  });

  test('cannot be one of no subnet, and the refusal says where none is free', () => {
    expect(refusalOf(() => pick({ named: '1.2.3.4' }, [held('169.48.0.18', 'alb1')]))).toEqual([
      'invalidRequest',
      "The request is not valid: 1.2.3.4 is no usable address of the cluster's subnets on VLAN 1000001; no address is free on VLAN 1000001.",
    ]);
  });

  test('is told of eight free ones, and how many more there are', () => {
    const addresses = Array.from({ length: 9 }, (_, index) => free(`169.48.0.${20 + index}`));
    const eight = '169.48.0.20, 169.48.0.21, 169.48.0.22, 169.48.0.23, 169.48.0.24, 169.48.0.25, 169.48.0.26, 169.48.0.27';
    expect(refusalOf(() => pick({ named: '1.2.3.4' }, addresses))[1]).toContain(`free on VLAN 1000001 are ${eight} and 1 more.`);
    expect(refusalOf(() => pick({ named: '1.2.3.4' }, addresses.slice(0, 8)))[1]).toContain(`free on VLAN 1000001 are ${eight}.`);
  });

  test('is refused where none is free (R236)', () => {
    const [key, text] = refusalOf(() => pick({}, [held('169.48.0.18', 'alb1')]));
    expect([key, text]).toEqual(['noPortableSubnet', 'There is no portable subnet with a free address on VLAN 1000001 in zone dal10. Add one to the cluster first.']);
  });
});

describe('the number of an ALB (R231, R241)', () => {
  test('is the highest of the cluster and 1', () => {
    expect([[], [1], [3, 1], [1, 2]].map((numbers) => nextNumber(numbers.map((number) => ({ number }))))).toEqual([1, 2, 4, 3]);
  });

  test('tells which is the default one of its zone and side: the first', () => {
    const albs = [
      { zone: 'dal10', side: 'public', number: 3 },
      { zone: 'dal10', side: 'public', number: 2 },
      { zone: 'dal10', side: 'private', number: 1 },
      { zone: 'dal12', side: 'public', number: 1 },
    ] as const;
    expect(albs.map((alb) => isDefault(alb, albs))).toEqual([false, true, true, true]);
  });
});

test('the address of a default ALB is kept until it has had one (R51)', () => {
  expect([hadNoAddress({ lastAddress: null }), hadNoAddress({ lastAddress: '169.48.0.18' })]).toEqual([true, false]);
});

describe('the build of an ALB (R242, R243)', () => {
  const [oldest, newest] = ['1.11.5_5196_iks', '1.12.1_5237_iks'];

  test('is the newest while auto update is on, and can be named', () => {
    expect(chooseBuild(undefined, oldest, { albAutoUpdate: true })).toBe(newest);
    expect(chooseBuild(newest, oldest, { albAutoUpdate: true })).toBe(newest);
  });

  test('is what is named or what the ALB had while auto update is off, and the newest at first', () => {
    expect(chooseBuild(oldest, newest, { albAutoUpdate: false })).toBe(oldest);
    expect(chooseBuild(undefined, oldest, { albAutoUpdate: false })).toBe(oldest);
    expect(chooseBuild(undefined, '', { albAutoUpdate: false })).toBe(newest);
  });

  test('cannot be an older one while auto update is on', () => {
    expect(refusalOf(() => chooseBuild(oldest, newest, { albAutoUpdate: true }))).toEqual([
      'invalidRequest',
      'The request is not valid: the ALB build must be 1.12.1_5237_iks while auto update is on; switch it off with PUT /v1/alb/clusters/{cluster}/updatepolicy first.',
    ]);
  });

  test.each([[true], [false]])('cannot be one that is not offered, with auto update %p', (albAutoUpdate) => {
    expect(refusalOf(() => chooseBuild('1.0.0_1_iks', newest, { albAutoUpdate }))).toEqual([
      'invalidRequest',
      'The request is not valid: the ALB build 1.0.0_1_iks is not offered; it must be one of: 1.11.5_5196_iks, 1.12.0_5214_iks, 1.12.1_5237_iks.',
    ]);
  });

  test('leaves what a rollback goes back to, unless it does not change', () => {
    expect(changeBuild({ build: 'b', previousBuild: 'a' }, 'c')).toEqual({ build: 'c', previousBuild: 'b' });
    expect(changeBuild({ build: 'b', previousBuild: 'a' }, 'b')).toEqual({ build: 'b', previousBuild: 'a' });
  });
});

describe('what may be done to an ALB', () => {
  const deployed = { state: 'deployed', free: false } as const;

  test('waits for the master, and names itself where it is refused (R124)', () => {
    expect(refusalOf(() => requireAlbAction({ state: 'deploying', free: false }, { state: 'healthy' }, 'enable'))[0]).toBe('masterNotDeployed');
    const whiles = (['enable', 'disable', 'change build'] as const).map((action) => refusalOf(() => requireAlbAction({ state: 'deleting', free: false }, { state: 'healthy' }, action))[1]);
    expect(whiles).toEqual([
      'Enabling an ALB is not possible in the state deleting. Possible now: nothing.',
      'Disabling an ALB is not possible in the state deleting. Possible now: nothing.',
      'Updating ALBs is not possible in the state deleting. Possible now: nothing.',
    ]);
  });

  test('is nothing in a free cluster (R101)', () => {
    expect(refusalOf(() => requireAlbAction({ state: 'deployed', free: true }, { state: 'healthy' }, 'enable'))).toEqual([
      'invalidRequest',
      'The request is not valid: Enabling an ALB is not possible in a free cluster, which has neither subnets nor ALBs.',
    ]);
  });

  test('is to enable and to disable it, and an update leaves out what is disabled (R234, R242)', () => {
    for (const action of ['enable', 'disable', 'change build'] as const) {
      expect(() => requireAlbAction(deployed, { state: 'disabled' }, action)).not.toThrow();
      expect(() => requireAlbAction(deployed, { state: 'healthy' }, action)).not.toThrow();
    }
  });
});
