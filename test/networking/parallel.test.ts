import { describe, expect, test } from '@jest/globals';
import { type Emulator, connectEmulator, startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { albsOf, overlaps, pairOf, subnetsOf, vlansOf, workersOf } from './support.js';

const first = await connectEmulator();
/** A second server on the same database, with connections of its own. */
const second = await startEmulator();

const bodyOf = (name: string, request: Readonly<Record<string, unknown>> = {}) => ({
  name,
  dataCenter: 'dal10',
  machineType: 'b3c.4x16',
  workerNum: 3,
  ...request,
});

const createOn = (server: Emulator, account: TestAccount, name: string, request?: Readonly<Record<string, unknown>>) =>
  server.call({ method: 'POST', url: '/v1/clusters', body: bodyOf(name, request), headers: { authorization: `Bearer ${account.token}` } });

/** What no order of events may break (R1, R34, R39, R50, R231). */
async function expectSound(account: TestAccount, clusters: number, workersPerCluster: number): Promise<void> {
  expect(await vlansOf(account)).toHaveLength(2);
  const pair = await pairOf(account);
  expect(pair.public.properties.primary_router.slice(3)).toBe(pair.private.properties.primary_router.slice(3));

  const subnets = await subnetsOf(account);
  expect(overlaps(subnets.map(({ properties }) => properties.display_label))).toEqual([]);
  expect(subnets.filter(({ properties }) => properties.subnet_type === 'secondary_on_vlan')).toHaveLength(2 * clusters);

  const ids = (await account.get<{ id: string }[]>('/v1/clusters')).body.map(({ id }) => id);
  expect(ids).toHaveLength(clusters);
  const taken: string[] = [];
  for (const id of ids) {
    const workers = await workersOf(account, id);
    expect(workers.map(({ state }) => state)).toEqual(Array.from({ length: workersPerCluster }, () => 'normal'));
    taken.push(...workers.flatMap(({ publicIP, privateIP }) => [publicIP, privateIP]));
    taken.push(...(await albsOf(account, id)).map(({ albip }) => albip).filter((address) => address !== ''));
  }
  expect(taken).not.toContain('');
  expect(taken).toHaveLength(clusters * (2 * workersPerCluster + 1));
  expect(new Set(taken).size).toBe(taken.length);
}

describe('creates at the same time in a fresh account', () => {
  test('20 at once make one pair of VLANs, no address twice and no overlap (R1, R3, R34, R39)', async () => {
    const account = await first.account();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => createOn(first, account, `c${index}`)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    // 60 workers: five /28 are needed in the end, and a single one before any machine is delivered.
    expect(await subnetsOf(account)).toHaveLength(2);
    await account.settle();
    await expectSound(account, 20, 3);
    const publicPrimaries = (await subnetsOf(account)).filter(({ properties }) => properties.cidr === '28');
    expect(publicPrimaries).toHaveLength(5);
  });

  test('on two servers likewise (R1, R3, R34, R39)', async () => {
    const account = await first.account();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => createOn(index % 2 === 0 ? first : second, account, `c${index}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    await account.settle();
    await expectSound(account, 20, 3);
  });

  test('with one name, on two servers: one is made, and nothing of the others is left', async () => {
    const account = await first.account();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => createOn(index % 2 === 0 ? first : second, account, 'shop')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    await account.settle();
    await expectSound(account, 1, 3);
  });
});

test('everything due is applied once, whoever looks first: creates and reads mixed, on two servers, at instant speed', async () => {
  const account = await first.account({ speed: 'instant' });
  const servers = [first, second];
  const headers = { authorization: `Bearer ${account.token}` };
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const created = await createOn(servers[index % 2] ?? first, account, `c${index}`, { workerNum: 2 });
      const looks = await Promise.all(
        servers.flatMap((server) => ['/v1/subnets', `/v1/clusters/c${index}/workers`].map((url) => server.call({ method: 'GET', url, headers }))),
      );
      return [created, ...looks].map(({ status }) => status);
    }),
  );
  expect(answers).toEqual(Array.from({ length: 12 }, () => [201, 200, 200, 200, 200]));
  await expectSound(account, 12, 2);
});

test('creates and deletes at the same time leave no address and no block behind (R36, R68)', async () => {
  const account = await first.account({ speed: 'instant' });
  const headers = { authorization: `Bearer ${account.token}` };
  await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const [maker, remover] = index % 2 === 0 ? [first, second] : [second, first];
      await createOn(maker, account, `c${index}`, { workerNum: 2 });
      if (index < 7) await remover.call({ method: 'DELETE', url: `/v1/clusters/c${index}`, headers });
    }),
  );
  await account.settle();
  await expectSound(account, 3, 2);
  const leases = (await first.rows('leases', account)).length;
  expect(leases).toBe(15);
});
