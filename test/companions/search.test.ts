import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { Found, Refusal } from './bodies.js';
import { attach, codeOf, createTaggable, search } from './support.js';

const emulator = await connectEmulator();

/** shop-1 in us-south with tags, shop-2 in eu-de, cart in us-south with one. */
async function threeClusters(): Promise<TestAccount> {
  const account = await emulator.account();
  const shop = await createTaggable(account, 'shop-1');
  await account.advance('1m');
  await createTaggable(account, 'shop-2', 'fra02');
  await account.advance('1m');
  const cart = await createTaggable(account, 'cart');
  await attach(account, [shop], ['env:prod', 'team a']);
  await attach(account, [cart], ['env:test']);
  return account;
}

const namesIn = ({ items }: Found): (string | undefined)[] => items.map(({ name }) => name);

describe('POST /v3/resources/search', () => {
  test("finds a cluster by its CRN, and no other account's", async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    const foreign = await createTaggable(await emulator.account());
    expect(await search(account, `crn:"${crn}"`, { fields: ['access_tags', 'tags', 'service_tags'] })).toEqual({
      items: [{ crn, tags: [], access_tags: [], service_tags: [] }],
      limit: 10,
      search_cursor: expect.stringMatching(/./),
    });
    expect(await search(account, `crn:"${foreign}"`)).toEqual({ items: [], limit: 10 });
  });

  test('answers account, name, type and family unless fields are named; `*` names all', async () => {
    const account = await emulator.account();
    const crn = await createTaggable(account);
    const id = crn.split(':')[7];
    const tags = { tags: [], access_tags: [], service_tags: [] };
    const usual = { crn, account_id: account.id, name: 'shop', type: 'k8-cluster', family: 'containers', ...tags };
    expect((await search(account, 'type:k8-cluster')).items).toEqual([usual]);
    expect((await search(account, '*', { fields: ['name', 'service_instance', 'unknown'] })).items).toEqual([{ crn, name: 'shop', service_instance: id, ...tags }]);
    expect((await search(account, '*', { fields: ['*'] })).items).toEqual([
      {
        ...usual,
        service_name: 'containers-kubernetes',
        service_instance: id,
        region: 'us-south',
        resource_group_id: expect.stringMatching(/^[0-9a-f]{32}$/),
        creation_date: expect.stringMatching(/^\d{4}-.+Z$/),
      },
    ]);
  });

  test('without a query everything is found, and of another account nothing', async () => {
    const account = await threeClusters();
    const all = await account.post<Found>('/v3/resources/search', {});
    expect(namesIn(all.body)).toEqual(['shop-1', 'shop-2', 'cart']);
    expect(namesIn(await search(account, '', {}, `?account_id=${account.id}`))).toEqual(['shop-1', 'shop-2', 'cart']);
    const other = await emulator.account();
    await createTaggable(other);
    for (const id of [other.id, 'nobody']) expect(await search(account, '*', {}, `?account_id=${id}`)).toEqual({ items: [], limit: 10 });
  });

  test.each([
    ['name:shop-1', ['shop-1']],
    ['name:SHOP-1', ['shop-1']],
    ['name:shop', []],
    ['name:shop-*', ['shop-1', 'shop-2']],
    ['name:s?op-2', ['shop-2']],
    ['name:"shop-*"', []],
    ['name:shop\\-1', ['shop-1']],
    ['shop', ['shop-1', 'shop-2']],
    ['cart', ['cart']],
    ['sho*', ['shop-1', 'shop-2']],
    ['*', ['shop-1', 'shop-2', 'cart']],
    ['*:*', ['shop-1', 'shop-2', 'cart']],
    ['type:k8-cluster AND region:eu-de', ['shop-2']],
    ['family:containers AND region:us-*', ['shop-1', 'cart']],
    ['service_name:containers-kubernetes', ['shop-1', 'shop-2', 'cart']],
    ['type:resource-instance', []],
    ['unknown:x', []],
    ['tags:"env:prod"', ['shop-1']],
    ['tags:env\\:prod', ['shop-1']],
    ['tags:"team a"', ['shop-1']],
    ['tags:env*', ['shop-1', 'cart']],
    ['tags:*', ['shop-1', 'cart']],
    ['NOT tags:*', ['shop-2']],
    ['name:cart OR region:eu-de', ['shop-2', 'cart']],
    ['name:cart || region:eu-de', ['shop-2', 'cart']],
    ['name:cart region:eu-de', ['shop-2', 'cart']],
    ['name:(cart OR shop-2)', ['shop-2', 'cart']],
    ['(type:k8-cluster AND region:us-south) AND (tags:"env:test")', ['cart']],
    ['name:shop* AND NOT region:eu-de', ['shop-1']],
    ['name:shop* NOT region:eu-de', ['shop-1']],
    ['name:shop* AND NOT (region:eu-de OR region:us-south)', []],
    ['+region:us-south -name:cart', ['shop-1']],
    ['+region:us-south name:cart', ['shop-1', 'cart']],
    ['-tags:"env:prod" name:shop*', ['shop-2']],
    ['!cart', ['shop-1', 'shop-2']],
    ['name:cart AND region:us-south OR name:shop-1', ['cart']],
    ['-(name:cart OR region:eu-de) type:k8-cluster', ['shop-1']],
    ['(name:cart)(region:eu-de)', ['shop-2', 'cart']],
    ['name:(shop* AND NOT (shop-2 OR cart))', ['shop-1']],
    ['name:"(" OR name:\\(cart OR region:(eu-de)', ['shop-2']],
    ['\ue000 OR (name:cart)', ['cart']],
    ['constructor:* OR toString:* OR __proto__:* OR hasOwnProperty:x', []],
  ])('%s', async (query, names) => {
    const account = await shared;
    expect(namesIn(await search(account, query))).toEqual(names);
  });

  const shared = threeClusters();

  test.each([
    ['crn:crn:v1', 'quotes'],
    ['(name:shop', 'a bracket is not closed'],
    ['name:shop)', 'a bracket closes nothing'],
    ['name:shop OR ()', 'a bracket closes nothing'],
    ['(name:) OR name:shop', "it is not Lucene's language"],
    ['name:"shop', "it is not Lucene's language"],
    ['name:/sho.*/', 'regular expressions'],
    ['creation_date:[2020 TO 2030]', 'ranges'],
    ['name:shpo~', 'distances'],
    ['name:"a b"~2', 'distances'],
  ])('400 for %s', async (query, says) => {
    const account = await shared;
    const refused = await account.post<Refusal>('/v3/resources/search', { query });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([{ code: 'INVALID_QUERY', message: expect.stringContaining(says), more_info: 'n/a' }]);
  });

  test('a query made to take long does not', async () => {
    const account = await shared;
    const slow = [`name:${'*a'.repeat(1_500)}b`, `${'('.repeat(1_900)}a${')'.repeat(1_900)}`, 'a '.repeat(2_000), `${'NOT ('.repeat(700)}a${')'.repeat(700)}`];
    slow.push('(a '.repeat(40), '(OR '.repeat(20), `${'(OR '.repeat(20)}${')'.repeat(20)}`, `${'name:(a '.repeat(12)}${'a '.repeat(1_000)}`);
    const began = process.hrtime.bigint();
    for (const query of slow) {
      const answer = await account.post('/v3/resources/search', { query });
      expect([200, 400]).toContain(answer.status);
    }
    expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(20);
    expect((await account.post('/v3/resources/search', { query: 'a'.repeat(4_001) })).status).toBe(400);
  });
});

describe('in batches', () => {
  test('a cursor leads on until nothing is left, also when what it stopped at is gone', async () => {
    const account = await threeClusters();
    const first = await search(account, '*', {}, '?limit=1');
    expect([namesIn(first), first.limit]).toEqual([['shop-1'], 1]);
    await account.delete('/v1/clusters/shop-1');
    await account.settle();
    const second = await search(account, '*', { search_cursor: first.search_cursor }, '?limit=1');
    expect(namesIn(second)).toEqual(['shop-2']);
    const third = await search(account, '*', { search_cursor: second.search_cursor }, '?limit=5');
    expect(namesIn(third)).toEqual(['cart']);
    expect(await search(account, '*', { search_cursor: third.search_cursor })).toEqual({ items: [], limit: 10 });
  });

  test('sorted by properties, and on in that order', async () => {
    const account = await threeClusters();
    expect(namesIn(await search(account, '*', {}, '?sort=region,name'))).toEqual(['shop-2', 'cart', 'shop-1']);
    const first = await search(account, '*', {}, '?sort=name&limit=2');
    expect(namesIn(first)).toEqual(['cart', 'shop-1']);
    expect(namesIn(await search(account, '*', { search_cursor: first.search_cursor }))).toEqual(['shop-2']);
  });

  test('400: a cursor that no search answered, an unknown property to sort by, a wrong limit', async () => {
    const account = await emulator.account();
    const forged = Buffer.from(JSON.stringify({ sort: ['tags'], after: [] })).toString('base64url');
    for (const cursor of ['nonsense', forged]) expect(codeOf(await account.post('/v3/resources/search', { search_cursor: cursor }))).toBe('INVALID_QUERY');
    expect(codeOf(await account.post('/v3/resources/search?sort=tags', {}))).toBe('INVALID_QUERY');
    for (const limit of ['0', '1001', 'x']) expect(codeOf(await account.post(`/v3/resources/search?limit=${limit}`, {}))).toBe('BAD_REQUEST');
  });
});

test('POST /v2/resources/search: the same in the form of bluemix-go', async () => {
  const account = await threeClusters();
  const first = await account.post<{ token: string }>('/v2/resources/search?limit=2', { query: 'type:k8-cluster', fields: ['name', 'tags'] });
  expect(first).toMatchObject({
    status: 200,
    body: { items: [{ name: 'shop-1', tags: ['env:prod', 'team a'] }, { name: 'shop-2', tags: [] }], more_data: true, filter_error: false, partial_data: 0 },
  });
  const second = await account.post('/v2/resources/search?limit=2', { query: 'type:k8-cluster', fields: ['name'], token: first.body.token });
  expect(second.body).toMatchObject({ items: [{ name: 'cart' }], more_data: false });
});

test('a cluster that is being deleted is found until it is gone', async () => {
  const account = await emulator.account();
  await createTaggable(account);
  await account.settle();
  await account.delete('/v1/clusters/shop');
  expect(namesIn(await search(account, 'name:shop'))).toEqual(['shop']);
  await account.settle();
  expect(namesIn(await search(account, 'name:shop'))).toEqual([]);
});
