import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { type Entry, journalOf } from './support.js';

const emulator = await connectEmulator();

async function helpOf(account: TestAccount): Promise<Entry['help']> {
  return (await journalOf(emulator, account).read()).entries.at(-1)?.help ?? [];
}

describe('the journal helps with', () => {
  test.each([
    ['GET', '/v1/cluster/shop', 'GET /v1/clusters/{idOrName} (getCluster1)'],
    ['GET', '/v1/clusters/shop/worker', 'GET /v1/clusters/{idOrName}/workers (getClusterWorkers)'],
    ['POST', '/clusters', 'POST /v1/clusters (createCluster)'],
    ['GET', '/v2/getClustr', 'GET /v2/getCluster (getCluster)'],
    ['DELETE', '/v1/clusters/shop/workerpool/default', 'DELETE /v1/clusters/{idOrName}/workerpools/{poolidOrName} (removeWorkerPool)'],
    ['GET', '/v2/resource_group', 'GET /v2/resource_groups (listResourceGroups)'],
  ] as const)('an unknown path: %s %s', async (method, url, nearest) => {
    const account = await emulator.account();
    const { status, text } = await emulator.call({ method, url, headers: { authorization: `Bearer ${account.token}` } });
    expect(status).toBe(404);
    expect(text).not.toContain('mean');
    const [advice] = await helpOf(account);
    expect(advice).toMatchObject({ problem: 'unknown path', where: url, text: `There is no operation ${method} ${url}. Did you mean ${nearest}?` });
    expect(advice?.nearest[0]).toBe(nearest);
    expect(advice?.nearest.length).toBeLessThanOrEqual(3);
  });

  test('a path that is near to nothing, by saying so', async () => {
    const account = await emulator.account();
    await account.get('/completely/different/from/everything/else/that/there/is');
    expect(await helpOf(account)).toMatchObject([{ problem: 'unknown path', text: expect.stringMatching(/Nothing is near it\.$/), nearest: [] }]);
  });

  test('a wrong method', async () => {
    const account = await emulator.account();
    expect((await account.patch('/v1/clusters/shop')).status).toBe(405);
    expect(await helpOf(account)).toEqual([
      {
        problem: 'wrong method',
        where: '/v1/clusters/shop',
        text: '/v1/clusters/shop takes DELETE, GET, PUT, not PATCH.',
        nearest: [
          'DELETE /v1/clusters/{idOrName} (removeCluster)',
          'GET /v1/clusters/{idOrName} (getCluster1)',
          'PUT /v1/clusters/{idOrName} (updateCluster)',
        ],
      },
    ]);
  });

  test('an operation that is not built, by those that are near', async () => {
    const account = await emulator.account();
    expect((await account.get('/v2/vpc/getCluster?cluster=shop')).status).toBe(501);
    const [advice] = await helpOf(account);
    expect(advice).toMatchObject({
      problem: 'not built',
      where: '/v2/vpc/getCluster',
      text: 'vpcGetCluster is an operation of the real API that this emulator has not built.',
    });
    expect(advice?.nearest).toContain('GET /v2/getCluster (getCluster)');
  });

  test('a mistyped field, and what is missing for it', async () => {
    const account = await emulator.account();
    const refused = await account.post('/v1/clusters', { name: 'shop', dataCentre: 'dal10', machinetype: 'b3c.4x16', wokerNum: 1, colour: 'blue' });
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain('mean');
    const help = await helpOf(account);
    expect(help.toSorted((a, b) => a.where.localeCompare(b.where))).toEqual([
      { problem: 'unknown field', where: 'body.colour', text: 'createCluster takes no body.colour; it counts for nothing.', nearest: [] },
      { problem: 'missing field', where: 'body.dataCenter', text: 'createCluster needs body.dataCenter.', nearest: [] },
      {
        problem: 'unknown field',
        where: 'body.dataCentre',
        text: 'createCluster takes no body.dataCentre; it counts for nothing. Did you mean dataCenter?',
        nearest: ['dataCenter'],
      },
      {
        problem: 'unknown field',
        where: 'body.wokerNum',
        text: 'createCluster takes no body.wokerNum; it counts for nothing. Did you mean workerNum?',
        nearest: ['workerNum'],
      },
    ]);
  });

  test('a field deep in a body', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const sent = { name: 'more', machineType: 'b3c.4x16', sizePerZone: 1, zones: [{ id: 'dal10', privateVlann: '1' }] };
    await account.post('/v1/clusters/shop/workerpools', sent);
    expect(await helpOf(account)).toContainEqual(expect.objectContaining({ where: 'body.zones.0.privateVlann', nearest: ['privateVlan'] }));
  });

  test('a mistyped field in a request that is good for all that, for it counted for nothing', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNumm: 5, colour: 'blue' });
    expect(await helpOf(account)).toMatchObject([{ problem: 'unknown field', where: 'body.workerNumm', nearest: ['workerNum'] }]);
  });

  test('a mistyped name in the query', async () => {
    const account = await emulator.account();
    expect((await account.get('/v2/getCluster?clustr=shop')).status).toBe(400);
    expect(await helpOf(account)).toMatchObject([
      { problem: 'unknown field', where: 'query.clustr', nearest: ['cluster'] },
      { problem: 'missing field', where: 'query.cluster', text: 'getCluster needs query.cluster.' },
    ]);
  });

  test('a body that was left out', async () => {
    const account = await emulator.account();
    expect((await account.post('/v1/clusters')).status).toBe(400);
    expect((await helpOf(account)).map(({ where }) => where)).toEqual(expect.arrayContaining(['body.name']));
  });

  test('nothing where nothing was wrong', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.get('/v1/clusters/nowhere');
    const { entries } = await journalOf(emulator, account).read();
    expect(entries.flatMap(({ help }) => help)).toEqual([]);
  });
});
