import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import type { Refusal, TagList } from './bodies.js';
import { attach, codeOf, createTaggable, detach, itemOf, tagNames } from './support.js';

const emulator = await startEmulator();

const done = { is_error: false };
const notFound = { is_error: true, level: 'error', httpCode: 404, code: 'RESOURCE_NOT_FOUND', message: 'The resource could not be found.' };

describe('POST /v3/tags/attach', () => {
  test('search shows the tags, from a to z and in lower case', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    expect(await attach(account, [crn], ['Env:Prod', 'a label', 'env:prod'])).toEqual([{ resource_id: crn, ...done }]);
    expect(await itemOf(account, crn)).toEqual({ crn, tags: ['a label', 'env:prod'], access_tags: [], service_tags: [] });
  });

  test('again it changes nothing; one tag may be named by tag_name', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    await attach(account, [crn], ['one']);
    await attach(account, [crn], ['one']);
    await account.post('/v3/tags/attach', { resources: [{ resource_id: crn, resource_type: '' }], tag_name: 'two' });
    expect((await itemOf(account, crn))?.tags).toEqual(['one', 'two']);
  });

  test('200 with is_error for a resource that there is not, or of another account; the others are tagged', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    const foreign = await createTaggable(await emulator.account());
    const wrongRegion = crn.replace('us-south', 'eu-de');
    const unknown = ['crn:v1:bluemix:public:containers-kubernetes:us-south:a/x:y::', 'nonsense', foreign, wrongRegion, crn.split(':')[7] ?? ''];
    const results = await attach(account, [...unknown, crn], ['one']);
    expect(results).toEqual([...unknown.map((id) => ({ resource_id: id, ...notFound })), { resource_id: crn, ...done }]);
    expect((await itemOf(account, crn))?.tags).toEqual(['one']);
  });

  test('a tag that went to nothing does not come into being', async () => {
    const account = await emulator.account();
    await attach(account, ['nonsense'], ['one']);
    expect(await tagNames(account)).toEqual([]);
  });

  test('replace=true: the tags take the place of all others of their type', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    await account.post('/v3/tags', { tag_names: ['project:shop'] });
    await attach(account, [crn], ['project:shop'], '?tag_type=access');
    await attach(account, [crn], ['one', 'two']);
    await attach(account, [crn], ['two', 'three'], '?replace=true');
    expect(await itemOf(account, crn)).toMatchObject({ tags: ['three', 'two'], access_tags: ['project:shop'] });
  });

  test('update=true: a tag takes the place of those with its key', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    await attach(account, [crn], ['env:test', 'env:test:old', 'label', 'environment:x']);
    await attach(account, [crn], ['env:prod', 'other'], '?update=true');
    expect((await itemOf(account, crn))?.tags).toEqual(['env:prod', 'environment:x', 'label', 'other']);
  });

  test.each([
    ['user', 'comma,separated'],
    ['user', 'smörgås'],
    ['user', 'x'.repeat(129)],
    ['access', 'label'],
    ['access', 'a:b:c'],
    ['access', ':b'],
    ['service', 'label'],
  ])('400 for the %s tag %s: nothing is attached', async (type, name) => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    const refused = await account.post<Refusal>(`/v3/tags/attach?tag_type=${type}`, { resources: [{ resource_id: crn }], tag_names: ['good:one', name] });
    expect([refused.status, codeOf(refused)]).toEqual([400, 'INVALID_TAG']);
    expect(await itemOf(account, crn)).toMatchObject({ tags: [], access_tags: [], service_tags: [] });
  });

  test.each([
    [{}],
    [{ resources: [] , tag_names: ['x'] }],
    [{ resources: [{ resource_id: 'x' }] }],
    [{ resources: [{ resource_id: 'x' }], tag_names: [] }],
    [{ resources: [{}], tag_names: ['x'] }],
    [{ resources: 'x', tag_names: ['x'] }],
  ])('400 for %j', async (body) => {
    const account = await emulator.account();
    const refused = await account.post<Refusal>('/v3/tags/attach', body);
    expect([refused.status, codeOf(refused)]).toEqual([400, 'BAD_REQUEST']);
  });

  test('no more than 1000 tags of a type', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    const many = Array.from({ length: 1_000 }, (_, index) => `tag-${index}`);
    expect(await attach(account, [crn], many)).toEqual([{ resource_id: crn, ...done }]);
    expect(await attach(account, [crn], ['tag-0'])).toMatchObject([done]);
    expect(await attach(account, [crn], ['one-more'])).toMatchObject([{ is_error: true, code: 'TOO_MANY_TAGS', httpCode: 400 }]);
    expect(await attach(account, [crn], ['one-more'], '?replace=true')).toMatchObject([done]);
    expect((await itemOf(account, crn))?.tags).toEqual(['one-more']);
  });
});

describe('POST /v3/tags/detach', () => {
  test('takes tags off; the tags stay until they are deleted', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    await attach(account, [crn], ['one', 'two']);
    expect(await detach(account, [crn, 'nonsense'], ['ONE', 'never attached'])).toEqual([{ resource_id: crn, ...done }, { resource_id: 'nonsense', ...notFound }]);
    expect((await itemOf(account, crn))?.tags).toEqual(['two']);
    expect(await tagNames(account)).toEqual(['one', 'two']);
    expect(await tagNames(account, '?attached_only=true')).toEqual(['two']);
  });
});

describe('GET /v3/tags', () => {
  test('by type, by cluster, in pages and either way round', async () => {
    const account = await emulator.account();
    const [shop, cart] = [await createTaggable(account, 'shop'), await createTaggable(account, 'cart')];
    await attach(account, [shop], ['a', 'b', 'c']);
    await attach(account, [cart], ['c', 'd']);
    await attach(account, [cart], ['schematics:123'], `?tag_type=service&account_id=${account.id}`);
    expect((await account.get<TagList>('/v3/tags')).body).toEqual({ total_count: 4, offset: 0, limit: 100, items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }] });
    expect(await tagNames(account, `?attached_to=${cart}`)).toEqual(['c', 'd']);
    expect(await tagNames(account, `?attached_to=${encodeURIComponent(cart)}&tag_type=service`)).toEqual(['schematics:123']);
    expect(await tagNames(account, '?attached_to=nonsense')).toEqual([]);
    expect((await account.get('/v3/tags?order_by_name=desc&offset=1&limit=2')).body).toEqual({ total_count: 4, offset: 1, limit: 2, items: [{ name: 'c' }, { name: 'b' }] });
  });

  test("no account sees another's", async () => {
    const [one, two] = [await emulator.account(), await emulator.account()];
    const crn = await createTaggable(one);
    await attach(one, [crn], ['mine']);
    expect(await tagNames(two)).toEqual([]);
    expect(await tagNames(two, `?attached_to=${crn}`)).toEqual([]);
    for (const id of [one.id, 'nobody']) expect(await two.get(`/v3/tags?account_id=${id}`)).toMatchObject({ status: 403, body: { errors: [{ message: 'No permission' }] } });
  });
});

describe('access tags', () => {
  test('are created first, then attached', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    expect(await attach(account, [crn], ['project:shop'], '?tag_type=access')).toMatchObject([{ is_error: true, code: 'TAG_NOT_FOUND' }]);
    const created = await account.post('/v3/tags?tag_type=access', { tag_names: ['Project:Shop', 'project:cart'] });
    expect(created).toMatchObject({ status: 200, body: { results: [{ tag_name: 'project:shop', is_error: false }, { tag_name: 'project:cart', is_error: false }] } });
    const again = await account.post('/v3/tags', { tag_names: ['project:cart', 'project:new'] });
    expect(again.body).toMatchObject({ results: [{ tag_name: 'project:cart', is_error: true, code: 'TAG_EXISTS' }, { tag_name: 'project:new', is_error: false }] });
    expect(await attach(account, [crn], ['project:shop'], '?tag_type=access')).toEqual([{ resource_id: crn, ...done }]);
    expect(await itemOf(account, crn)).toMatchObject({ tags: [], access_tags: ['project:shop'] });
    expect(await tagNames(account, '?tag_type=access')).toEqual(['project:cart', 'project:new', 'project:shop']);
  });

  test('an account has 250 at most, and no other type is made so', async () => {
    const account = await emulator.account();
    const many = Array.from({ length: 251 }, (_, index) => `n:${String(index).padStart(3, '0')}`);
    const created = await account.post<{ results: { is_error: boolean; code?: string }[] }>('/v3/tags', { tag_names: many });
    expect(created.body.results.filter(({ is_error: failed }) => failed)).toMatchObject([{ tag_name: 'n:250', code: 'TOO_MANY_TAGS' }]);
    expect(codeOf(await account.post('/v3/tags?tag_type=user', { tag_names: ['x'] }))).toBe('BAD_REQUEST');
  });
});

describe('DELETE /v3/tags', () => {
  test('/{name}: a tag that nothing has goes', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    await attach(account, [crn], ['env:prod x']);
    const path = `/v3/tags/${encodeURIComponent('Env:Prod x')}`;
    expect((await account.delete(path)).body).toEqual({ results: [{ provider: 'ghost', is_error: true, level: 'error', httpCode: 400, code: 'TAG_IN_USE', message: expect.any(String) }] });
    await detach(account, [crn], ['env:prod x']);
    expect(await account.delete(path)).toMatchObject({ status: 200, body: { results: [{ provider: 'ghost', is_error: false }] } });
    expect((await account.delete(path)).body).toMatchObject({ results: [{ is_error: true, code: 'TAG_NOT_FOUND' }] });
    expect(await tagNames(account)).toEqual([]);
  });

  test('all of a type that nothing has', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    await attach(account, [crn], ['one', 'two', 'three']);
    await account.post('/v3/tags', { tag_names: ['project:shop'] });
    await detach(account, [crn], ['one', 'two']);
    expect((await account.delete('/v3/tags')).body).toEqual({
      total_count: 2,
      errors: false,
      items: [{ tag_name: 'one', is_error: false }, { tag_name: 'two', is_error: false }],
    });
    expect([await tagNames(account), await tagNames(account, '?tag_type=access')]).toEqual([['three'], ['project:shop']]);
  });
});

test('the attachments of a cluster go with it', async () => {
  const account = await emulator.account();
  const crn = await createTaggable(account);
  await attach(account, [crn], ['one']);
  await account.settle();
  await account.delete('/v1/clusters/shop');
  await account.settle();
  expect(await tagNames(account, '?attached_only=true')).toEqual([]);
  expect((await account.delete('/v3/tags/one')).body).toMatchObject({ results: [{ is_error: false }] });
});
