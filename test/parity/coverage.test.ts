import { expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();
const path = '/_emulator/coverage';

interface Row {
  readonly id: string;
  readonly status: string;
  readonly tests: readonly { readonly file: string; readonly names: readonly string[] }[];
}
interface Ledger {
  readonly summary: { readonly operations: { readonly total: number }; readonly rules: { readonly total: number } };
  readonly operations: readonly Row[];
  readonly rules: readonly Row[];
  readonly mutation?: { readonly score: number; readonly survivors: readonly { readonly reason: string }[] };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly info: { readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
}

async function ask(query = ''): Promise<{ readonly status: number; readonly body: Ledger }> {
  const { status, body } = await emulator.call({ method: 'GET', url: `${path}${query}` });
  return { status, body: body as Ledger };
}

test('the whole ledger: every operation and every rule, with totals', async () => {
  const { status, body } = await ask();
  expect(status).toBe(200);
  expect(body.operations).toHaveLength(279);
  expect(body.rules).toHaveLength(224);
  expect(body.summary).toMatchObject({ operations: { total: 279 }, tier1: { total: 111 }, rules: { total: 224 } });
});

test('the last mutation check: most changes were noticed, and each of the others has a reason', async () => {
  const { score, survivors } = (await ask()).body.mutation ?? { score: 0, survivors: [] };
  expect(score).toBeGreaterThanOrEqual(85);
  expect(survivors.filter(({ reason }) => reason === '')).toEqual([]);
  expect((await ask('?rule=R218')).body).not.toHaveProperty('mutation');
});

test('one operation, with the tests that prove it', async () => {
  const { body } = await ask('?operation=getRegions');
  expect(body).toMatchObject({ operations: [{ id: 'getRegions', status: 'proven', tests: [{ file: 'test/catalog/get-regions.test.ts' }] }], rules: [] });
});

test('one rule, with the reason why it is not proven', async () => {
  const { body } = await ask('?rule=R218');
  expect(body).toMatchObject({ operations: [], rules: [{ id: 'R218', status: 'not built', reason: expect.any(String) as unknown, tests: [] }] });
});

test('400: an operation or a rule that there is not', async () => {
  for (const [query, words] of [['operation=getShips', 'operation must be the id of an operation, such as createCluster'], ['rule=R304', 'rule must be the id of a rule, such as R52']] as const) {
    const refused = await emulator.call({ method: 'GET', url: `${path}?${query}` });
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021', description: `The request is not valid: ${words}.` } });
  }
});

test('501: what is not built says where to look', async () => {
  const refused = await emulator.call({ method: 'GET', url: '/v2/vpc/getVPCs' });
  expect(refused).toMatchObject({ status: 501, body: { code: 'X0501', recoveryCLI: expect.stringContaining(`GET ${path}`) as unknown } });
});

test('the OpenAPI document tells how far each operation is built, and names those that are not', async () => {
  const document = (await emulator.call({ method: 'GET', url: '/openapi.json' })).body as Document;
  expect(document.paths['/v1/clusters']?.['get']).toMatchObject({ 'x-parity': { tier: 1, status: 'built' }, externalDocs: { url: `${path}?operation=getClusters` } });
  expect(document.paths['/graphql']?.['post']).toMatchObject({ 'x-parity': { tier: 3, status: 'partly', reason: expect.any(String) as unknown } });
  expect(document.paths['/livez']?.['get']).not.toHaveProperty('x-parity');
  const description = Object.fromEntries(document.tags.map((tag) => [tag.name, tag.description]));
  expect(description['alb']).toMatch(/^Not built, and answered with 501: .*\bgetAlbAutoscale\b/);
  expect(description['workers']).toBeUndefined();
  expect(document.info.description).toMatch(/Nothing is built of the groups .*\bsatellite\b.*`GET \/_emulator\/coverage` tells/);
});
