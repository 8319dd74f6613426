import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { controlOf, logIn } from './support.js';

const emulator = await connectEmulator();

const START = Date.parse('2030-01-01T00:00:00Z');
const MINUTE = 60_000;

/**
 * Makes the account anew, empty, with its clock standing at the same moment: then the same calls give the
 * same ids and dates, so that whole answers can be compared.
 */
async function startOver(account: TestAccount): Promise<void> {
  const control = controlOf(emulator, account);
  await control.remove();
  await logIn(emulator, account.apiKey);
  await control.update({ speed: 1 });
  const { now } = (await control.move('freeze')).body;
  await account.advance(`${START - Date.parse(now)}ms`);
}

/** Every answer that tells of states, addresses and dates. */
async function everything(account: TestAccount): Promise<unknown[]> {
  const urls = [
    '/v1/clusters?showResources=true',
    '/v2/getCluster?v1-compatible&cluster=one',
    '/v1/clusters/one/workers?showDeleted=true',
    '/v1/clusters/two/workers?showDeleted=true',
    '/v1/clusters/one/workerpools',
    '/v1/alb/clusters/one',
    '/v1/alb/clusters/two',
    '/v1/subnets',
    '/v1/datacenters/dal10/vlans',
  ];
  const answers: unknown[] = [];
  for (const url of urls) {
    const { status, body } = await account.get<object>(url);
    answers.push([url, status, { ...body, incidentID: '' }]);
  }
  return answers;
}

/** Two clusters, the second made 7 minutes after the first; then time goes by in the given steps. */
async function run(account: TestAccount, steps: readonly number[], remove: boolean) {
  await startOver(account);
  await account.createCluster({ name: 'one' });
  await account.advance('7m');
  await account.createCluster({ name: 'two', masterVersion: '1.35', workerNum: 3 });
  if (remove) await account.delete('/v1/clusters/one');
  const transitions = [];
  for (const step of steps) {
    transitions.push(...(await account.advance(`${step}ms`)));
    await account.get('/v1/clusters');
  }
  return { transitions, answers: await everything(account) };
}

/** `total` milliseconds in as many pieces as there are cuts and one. */
function piecesOf(total: number, cuts: readonly number[]): number[] {
  const marks = [0, ...[...cuts].sort((a, b) => a - b), total];
  return marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0));
}

describe('settling', () => {
  test('the same calls on the same account at the same time give the same answers, ids and dates', async () => {
    const account = await emulator.account();
    const first = await run(account, [30 * MINUTE], false);
    const second = await run(account, [30 * MINUTE], false);
    expect(second).toEqual(first);
    expect(first.transitions).toHaveLength(33);
  });

  test.each([false, true])(
    'one long jump and any number of small steps lead to the same (R121, R204), a delete among them: %s',
    async (remove) => {
      const account = await emulator.account();
      const cut = fc.oneof(fc.integer({ min: 0, max: 40 * MINUTE }), fc.integer({ min: 0, max: 160 }).map((quarter) => quarter * 15_000));
      const journey = fc
        .record({ total: fc.integer({ min: 1, max: 40 }).map((minutes) => minutes * MINUTE), cuts: fc.array(cut, { maxLength: 8 }) })
        .map(({ total, cuts }) => ({ total, cuts: cuts.filter((mark) => mark <= total) }));
      await fc.assert(
        fc.asyncProperty(journey, async ({ total, cuts }) => {
          const inOne = await run(account, [total], remove);
          const inSteps = await run(account, piecesOf(total, cuts), remove);
          expect(inSteps).toEqual(inOne);
        }),
        { numRuns: 8 },
      );
    },
    60_000,
  );

  test('a transition has its own moment, not that of the look (R202)', async () => {
    const account = await emulator.account();
    await startOver(account);
    await account.createCluster({ name: 'one' });
    await account.advance('365d');
    expect((await account.get('/v1/clusters/one')).body).toMatchObject({
      createdDate: '2030-01-01T00:00:00+0000',
      masterStatusModifiedDate: '2030-01-01T00:05:00+0000',
      modifiedDate: '2030-01-01T00:20:00+0000',
    });
    expect((await account.get('/v1/clusters/one/workers')).body).toMatchObject([
      { statusDate: '2030-01-01T00:20:00+0000' },
      { statusDate: '2030-01-01T00:20:00+0000' },
    ]);
    expect((await account.get('/v1/alb/clusters/one')).body).toMatchObject({
      alb: [{ createdDate: '2030-01-01T00:22:00+0000' }, { createdDate: '2030-01-01T00:22:00+0000' }],
    });
  });

  test('twenty looks at once after a long pause see the same, and each transition happened once', async () => {
    const account = await emulator.account({ speed: 1_000_000 });
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => account.createCluster({ name, workerNum: 1 })));
    const looks = await Promise.all(Array.from({ length: 20 }, () => account.get<{ id: string }[]>('/v1/clusters')));
    for (const { status, body } of looks) {
      expect(status).toBe(200);
      expect(body.map(({ id }) => id).sort()).toEqual([...ids].sort());
    }
    await account.settle('all');
    for (const id of ids) {
      expect((await account.get<{ alb: unknown[] }>(`/v1/alb/clusters/${id}`)).body.alb).toHaveLength(2);
    }
  });
});
