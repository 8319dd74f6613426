import { describe, expect, test } from '@jest/globals';
import type { ClusterBody } from '../clusters/bodies.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { Found, FoundItem, Refusal, TaggingResult, TaggingResults, Tags } from './bodies.js';

const emulator = await connectEmulator();
const path = '/v3/tags';
const unknownCrn = 'crn:v1:bluemix:public:containers-kubernetes:us-south:a/4f1c0d7a9b2e63858d0f4a1b7c92e6d3:c9t2m4ld0k7q1e5v8ub0::';

const createCluster = async (account: TestAccount, name = 'shop'): Promise<string> => {
  const id = await account.createCluster({ name, workerNum: 1 });
  return (await account.get<ClusterBody>(`/v1/clusters/${id}`)).body.crn;
};

const bodyOf = (crns: readonly string[], names: readonly string[]) => ({ resources: crns.map((crn) => ({ resource_id: crn })), tag_names: names });

async function change(account: TestAccount, action: string, crns: readonly string[], names: readonly string[]): Promise<readonly TaggingResult[]> {
  const changed = await account.post<TaggingResults>(`${path}/${action}`, bodyOf(crns, names));
  expect(changed.status).toBe(200);
  return changed.body.results;
}

const found = async (account: TestAccount, crn: string): Promise<FoundItem | undefined> =>
  (await account.post<Found>('/v3/resources/search', { query: `crn:"${crn}"`, fields: ['tags'] })).body.items[0];

const tagsOf = async (account: TestAccount, crn: string): Promise<readonly string[] | undefined> => (await found(account, crn))?.tags;

const list = async (account: TestAccount, query = ''): Promise<string[]> =>
  (await account.get<Tags>(`${path}${query}`)).body.items.map(({ name }) => name);

const refusalOf = ({ status, body }: { readonly status: number; readonly body: unknown }) => ({ status, code: (body as Refusal).errors[0]?.code });

describe('POST /v3/tags/attach', () => {
  test('search shows the tags from then on, in the order of their names (2.3)', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    expect(await change(account, 'attach', [crn], ['env:test', 'blue'])).toEqual([{ resource_id: crn, is_error: false }]);
    expect(await found(account, crn)).toEqual({ crn, tags: ['blue', 'env:test'], access_tags: [], service_tags: [] });
  });

  test('tags come to those that are there, each once, in lower case', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    await change(account, 'attach', [crn], ['blue']);
    await change(account, 'attach', [crn], ['Blue', 'BLUE', 'Env:Test']);
    expect(await tagsOf(account, crn)).toEqual(['blue', 'env:test']);
  });

  test('one name may come as tag_name', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    await account.post(`${path}/attach`, { resources: [{ resource_id: crn }], tag_name: 'blue' });
    expect(await tagsOf(account, crn)).toEqual(['blue']);
  });

  test('an unknown CRN, one of another account and what is no CRN are errors of their own; the rest is done', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    const crn = await createCluster(account);
    const foreign = await createCluster(other);
    const wrongRegion = crn.replace('us-south', 'eu-de');
    const crns = [unknownCrn, foreign, wrongRegion, 'shop', '::::::::', crn];
    const results = await change(account, 'attach', crns, ['blue']);
    expect(results).toEqual([
      ...crns.slice(0, 5).map((resource_id) => ({
        resource_id,
        is_error: true,
        level: 'error',
        httpCode: 404,
        code: 'RESOURCE_NOT_FOUND',
        message: 'The resource could not be found.',
      })),
      { resource_id: crn, is_error: false },
    ]);
    expect([await tagsOf(account, crn), await tagsOf(other, foreign)]).toEqual([['blue'], []]);
    expect(await list(other)).toEqual([]);
  });

  test('a tag makes no trace when nothing could be tagged', async () => {
    const account = await emulator.account();
    await change(account, 'attach', [unknownCrn], ['blue']);
    expect(await list(account)).toEqual([]);
  });

  test('50 attaches at the same time all hold', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    const names = Array.from({ length: 50 }, (_, index) => `tag-${String(index).padStart(2, '0')}`);
    const results = await Promise.all(names.map((name) => change(account, 'attach', [crn], [name, 'common'])));
    expect(results.flat().filter(({ is_error }) => is_error)).toEqual([]);
    expect(await tagsOf(account, crn)).toEqual(['common', ...names]);
  });

  test('replace=true puts them in the place of all others, update=true in that of those with the same key', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    const attach = (query: string, names: readonly string[]) => account.post(`${path}/attach?${query}`, bodyOf([crn], names));
    await attach('', ['env:test', 'env:old', 'team:a', 'env']);
    await attach('update=true', ['env:prod']);
    expect(await tagsOf(account, crn)).toEqual(['env', 'env:prod', 'team:a']);
    await attach('replace=true', ['green', 'team:a']);
    expect(await tagsOf(account, crn)).toEqual(['green', 'team:a']);
  });

  test('a resource can have 1,000 tags and no more', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    await change(account, 'attach', [crn], Array.from({ length: 1_000 }, (_, index) => `tag-${index}`));
    expect(await change(account, 'attach', [crn], ['one-more'])).toMatchObject([{ is_error: true, httpCode: 400, code: 'TOO_MANY_TAGS' }]);
    expect(await tagsOf(account, crn)).toHaveLength(1_000);
    expect(await change(account, 'attach', [crn], ['tag-7'])).toMatchObject([{ is_error: false }]);
  });

  test.each([
    ['no tags', { resources: [{ resource_id: unknownCrn }] }],
    ['an empty list of tags', bodyOf([unknownCrn], [])],
    ['no resources', { tag_names: ['blue'] }],
    ['an empty list of resources', bodyOf([], ['blue'])],
    ['a resource without id', { resources: [{}], tag_names: ['blue'] }],
    ['a tag that is no text', { resources: [{ resource_id: unknownCrn }], tag_names: [7] }],
    ['an empty tag', bodyOf([unknownCrn], [''])],
    ['a tag of 129 characters', bodyOf([unknownCrn], ['x'.repeat(129)])],
    ['a tag with a character that tags may not have', bodyOf([unknownCrn], ['a/b'])],
    ['a good tag and a bad one', bodyOf([unknownCrn], ['blue', 'é'])],
    ['a list', []],
  ])('400 for %s', async (_, body) => {
    const account = await emulator.account();
    expect((await account.post(`${path}/attach`, body)).status).toBe(400);
    expect(await list(account)).toEqual([]);
  });

  test('400 says which tag is bad, and why', async () => {
    const account = await emulator.account();
    const refused = await account.post<Refusal>(`${path}/attach`, bodyOf([unknownCrn], ['a/b']));
    expect(refused.body.errors[0]).toMatchObject({
      code: 'INVALID_TAG',
      message: "The tag is not valid: 'a/b' may have letters, digits, spaces, underscores, hyphens, periods and colons only.",
    });
  });
});

describe('POST /v3/tags/detach', () => {
  test('search shows the rest; the tag itself stays, and other resources keep it', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    const second = await createCluster(account, 'bank');
    await change(account, 'attach', [crn, second], ['blue', 'green']);
    expect(await change(account, 'detach', [crn], ['BLUE', 'unknown'])).toEqual([{ resource_id: crn, is_error: false }]);
    expect([await tagsOf(account, crn), await tagsOf(account, second)]).toEqual([['green'], ['blue', 'green']]);
    expect(await list(account)).toEqual(['blue', 'green']);
  });

  test('an unknown CRN and one of another account are errors, and nothing is detached there', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    const foreign = await createCluster(other);
    await change(other, 'attach', [foreign], ['blue']);
    expect(await change(account, 'detach', [unknownCrn, foreign], ['blue'])).toMatchObject([
      { resource_id: unknownCrn, is_error: true, httpCode: 404 },
      { resource_id: foreign, is_error: true, httpCode: 404 },
    ]);
    expect(await tagsOf(other, foreign)).toEqual(['blue']);
  });
});

describe('DELETE /v3/tags/{tag_name}', () => {
  const remove = async (account: TestAccount, name: string) => (await account.delete<{ results: readonly object[] }>(`${path}/${encodeURIComponent(name)}`)).body.results;

  test('a tag that nothing has is gone; one that is attached stays', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    await change(account, 'attach', [crn], ['env:test']);
    expect(await remove(account, 'env:test')).toMatchObject([{ provider: 'ghost', is_error: true, httpCode: 400, code: 'TAG_IN_USE' }]);
    expect(await tagsOf(account, crn)).toEqual(['env:test']);
    await change(account, 'detach', [crn], ['env:test']);
    expect(await remove(account, 'Env:Test')).toEqual([{ provider: 'ghost', is_error: false }]);
    expect(await list(account)).toEqual([]);
  });

  test('an unknown tag, and one of another account, are the same error', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    const crn = await createCluster(other);
    await change(other, 'attach', [crn], ['blue']);
    await change(other, 'detach', [crn], ['blue']);
    const unknown = await remove(account, 'green');
    expect(unknown).toMatchObject([{ is_error: true, httpCode: 404, code: 'TAG_NOT_FOUND' }]);
    expect(await remove(account, 'blue')).toEqual(unknown);
    expect(await list(other)).toEqual(['blue']);
  });

  test('400 for what can be no tag', async () => {
    const account = await emulator.account();
    expect(refusalOf(await account.delete(`${path}/a%2Cb`))).toEqual({ status: 400, code: 'INVALID_TAG' });
  });
});

test('DELETE /v3/tags deletes all tags of the type that nothing has', async () => {
  const account = await emulator.account();
  const crn = await createCluster(account);
  await change(account, 'attach', [crn], ['blue', 'green', 'red']);
  await change(account, 'detach', [crn], ['blue', 'red']);
  expect((await account.delete(path)).body).toEqual({
    total_count: 2,
    errors: false,
    items: [{ tag_name: 'blue', is_error: false }, { tag_name: 'red', is_error: false }],
  });
  expect(await list(account)).toEqual(['green']);
});

describe('GET /v3/tags', () => {
  test('lists by name, by page and turned round', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    await change(account, 'attach', [crn], ['c', 'a', 'b']);
    expect((await account.get<Tags>(path)).body).toEqual({ total_count: 3, offset: 0, limit: 100, items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] });
    expect((await account.get<Tags>(`${path}?offset=1&limit=1`)).body).toEqual({ total_count: 3, offset: 1, limit: 1, items: [{ name: 'b' }] });
    expect(await list(account, '?order_by_name=desc')).toEqual(['c', 'b', 'a']);
  });

  test('can be narrowed to what is attached, or attached to one cluster', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    const second = await createCluster(account, 'bank');
    await change(account, 'attach', [crn], ['a', 'b']);
    await change(account, 'attach', [second], ['b', 'c']);
    await change(account, 'detach', [second], ['c']);
    expect(await list(account)).toEqual(['a', 'b', 'c']);
    expect(await list(account, '?attached_only=true')).toEqual(['a', 'b']);
    expect(await list(account, `?attached_to=${encodeURIComponent(second)}`)).toEqual(['b']);
    expect(await list(account, `?attached_to=${encodeURIComponent(unknownCrn)}`)).toEqual([]);
  });

  test('another account sees none of them, and may not name this one', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    const crn = await createCluster(account);
    await change(account, 'attach', [crn], ['blue']);
    expect(await list(other)).toEqual([]);
    expect(await list(other, `?attached_to=${encodeURIComponent(crn)}`)).toEqual([]);
    expect(refusalOf(await other.get(`${path}?account_id=${account.id}`))).toEqual({ status: 403, code: 'CAN_NOT_PERFORM_ACTION' });
  });

  test.each(['?tag_type=colour', '?limit=0', '?limit=1001', '?offset=-1', '?order_by_name=up', '?attached_only=perhaps'])('400 for %s', async (query) => {
    const account = await emulator.account();
    expect((await account.get(`${path}${query}`)).status).toBe(400);
  });
});

describe('tags of the other types', () => {
  test('an access tag is made first, and then attached', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    const attach = () => account.post<TaggingResults>(`${path}/attach?tag_type=access`, bodyOf([crn], ['project:shop']));
    expect((await attach()).body.results).toMatchObject([{ is_error: true, code: 'TAG_NOT_FOUND' }]);
    const create = () => account.post(`${path}?tag_type=access`, { tag_names: ['Project:Shop'] });
    expect((await create()).body).toEqual({ results: [{ tag_name: 'project:shop', is_error: false }] });
    expect((await create()).body).toMatchObject({ results: [{ tag_name: 'project:shop', is_error: true, httpCode: 409, code: 'TAG_EXISTS' }] });
    expect((await attach()).body.results).toEqual([{ resource_id: crn, is_error: false }]);
    expect(await found(account, crn)).toMatchObject({ tags: [], access_tags: ['project:shop'], service_tags: [] });
    expect([await list(account), await list(account, '?tag_type=access')]).toEqual([[], ['project:shop']]);
  });

  test('an account has 250 access tags at most', async () => {
    const account = await emulator.account();
    const names = Array.from({ length: 251 }, (_, index) => `key:${index}`);
    const { body } = await account.post<{ results: readonly { is_error: boolean }[] }>(path, { tag_names: names });
    expect(body.results.filter(({ is_error }) => is_error)).toEqual([expect.objectContaining({ tag_name: 'key:250', code: 'TOO_MANY_TAGS' })]);
    expect((await account.get<Tags>(`${path}?tag_type=access`)).body.total_count).toBe(250);
  });

  test('a service tag is attached like a user tag, and kept apart from one of the same name', async () => {
    const account = await emulator.account();
    const crn = await createCluster(account);
    await change(account, 'attach?tag_type=service', [crn], ['backup:daily']);
    await change(account, 'attach', [crn], ['backup:daily']);
    await change(account, 'detach', [crn], ['backup:daily']);
    expect(await found(account, crn)).toMatchObject({ tags: [], service_tags: ['backup:daily'] });
  });

  test.each([
    ['access', 'project'],
    ['access', 'a:b:c'],
    ['access', ':shop'],
    ['service', 'backup'],
  ])('400: an %s tag cannot be called %s', async (type, name) => {
    const account = await emulator.account();
    expect(refusalOf(await account.post(`${path}/attach?tag_type=${type}`, bodyOf([unknownCrn], [name])))).toEqual({ status: 400, code: 'INVALID_TAG' });
  });

  test('400: only access tags are made before they are attached', async () => {
    const account = await emulator.account();
    expect((await account.post(`${path}?tag_type=user`, { tag_names: ['blue'] })).status).toBe(400);
  });
});

test("a cluster's tags go with it, and can be deleted then", async () => {
  const account = await emulator.account();
  const crn = await createCluster(account);
  await change(account, 'attach', [crn], ['blue']);
  await account.settle();
  await account.delete('/v1/clusters/shop');
  expect(await tagsOf(account, crn)).toEqual(['blue']);
  await account.settle();
  expect(await list(account, '?attached_only=true')).toEqual([]);
  expect(await change(account, 'detach', [crn], ['blue'])).toMatchObject([{ is_error: true, httpCode: 404 }]);
  expect((await account.delete(`${path}/blue`)).body).toEqual({ results: [{ provider: 'ghost', is_error: false }] });
});
