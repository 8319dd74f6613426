import { describe, expect, test } from '@jest/globals';
import type { ClusterBody } from '../clusters/bodies.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { Created, Group, GroupList, Refusal } from './bodies.js';

const emulator = await connectEmulator();
const path = '/v2/resource_groups';

const list = async (account: TestAccount, query = ''): Promise<readonly Group[]> =>
  (await account.get<GroupList>(`${path}${query}`)).body.resources;

const create = async (account: TestAccount, name: string): Promise<string> => {
  const created = await account.post<Created>(path, { name, account_id: account.id });
  expect(created.status).toBe(201);
  return created.body.id;
};

const errorOf = ({ body }: { readonly body: Refusal }) => ({ status: body.status_code, ...body.errors[0] });

describe('GET /v2/resource_groups', () => {
  test('a new account has the default group alone', async () => {
    const account = await emulator.account();
    const [group, ...others] = await list(account);
    const { id = '', created_at: createdAt = '' } = group ?? {};
    expect(others).toEqual([]);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(createdAt).toBe(new Date(createdAt).toISOString());
    expect(group).toEqual({
      id,
      crn: `crn:v1:bluemix:public:resource-controller::a/${account.id}::resource-group:${id}`,
      account_id: account.id,
      name: 'Default',
      state: 'ACTIVE',
      default: true,
      quota_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      quota_url: expect.stringMatching(/^\/v2\/quota_definitions\/[0-9a-f]{32}$/),
      payment_methods_url: `/v2/resource_groups/${id}/payment_methods`,
      resource_linkages: [],
      teams_url: `/v2/resource_groups/${id}/teams`,
      created_at: createdAt,
      updated_at: createdAt,
    });
  });

  test('is narrowed by default, by name and by account', async () => {
    const account = await emulator.account();
    await create(account, 'team a');
    const names = async (query: string): Promise<(string | undefined)[]> => (await list(account, query)).map(({ name }) => name);
    expect(await names('')).toEqual(['Default', 'team a']);
    expect(await names(`?account_id=${account.id}`)).toEqual(['Default', 'team a']);
    expect(await names(`?account_id=${account.id}&default=true`)).toEqual(['Default']);
    expect(await names('?default=false')).toEqual(['team a']);
    expect(await names('?name=team%20a')).toEqual(['team a']);
    expect(await names('?name=team')).toEqual([]);
    expect(await names('?name=')).toEqual(['Default', 'team a']);
  });

  test('403 for any other account, whether there is one or not', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    for (const id of [other.id, 'nobody']) {
      const refused = await account.get<Refusal>(`${path}?account_id=${id}`);
      expect(refused.status).toBe(403);
      expect(errorOf(refused)).toEqual({ status: 403, code: 'CAN_NOT_PERFORM_ACTION', message: 'No permission', more_info: 'n/a' });
    }
  });
});

describe('POST /v2/resource_groups', () => {
  test('201: the group has an id and a CRN, and can be read', async () => {
    const account = await emulator.account();
    const created = await account.post<Created>(path, { name: 'team-a' });
    expect(created).toMatchObject({ status: 201, body: { crn: `crn:v1:bluemix:public:resource-controller::a/${account.id}::resource-group:${created.body.id}` } });
    expect((await account.get<Group>(`${path}/${created.body.id}`)).body).toMatchObject({ ...created.body, name: 'team-a', default: false, state: 'ACTIVE' });
  });

  test('400 RESOURCE_GROUP_NAME_UNIQUENESS: the name is taken', async () => {
    const account = await emulator.account();
    await create(account, 'team-a');
    for (const name of ['team-a', 'Default']) {
      const refused = await account.post<Refusal>(path, { name });
      expect(refused.status).toBe(400);
      expect(refused.body).toEqual({
        trace: expect.stringMatching(/^[0-9a-f-]{36}$/),
        errors: [{ code: 'RESOURCE_GROUP_NAME_UNIQUENESS', message: 'Resource group name need to be unique in one account', more_info: 'n/a' }],
        status_code: 400,
      });
    }
    expect(await list(account)).toHaveLength(2);
  });

  test('201: another account may have a group of the same name', async () => {
    const [one, two] = [await emulator.account(), await emulator.account()];
    expect(await create(one, 'team-a')).not.toBe(await create(two, 'team-a'));
  });

  test.each([[{}], [{ name: '' }], [{ name: '   ' }], [{ name: 7 }], [{ name: 'x'.repeat(129) }], ['{'], [[]]])('400: %j', async (body) => {
    const account = await emulator.account();
    const refused = await account.post<Refusal>(path, body);
    expect(refused.status).toBe(400);
    expect(errorOf(refused)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test('403: the group would be of another account', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    expect((await account.post(path, { name: 'team-a', account_id: other.id })).status).toBe(403);
    expect(await list(other)).toHaveLength(1);
  });
});

describe('PATCH /v2/resource_groups/{id}', () => {
  test('gives another name, by which clusters show their group', async () => {
    const account = await emulator.account();
    const clusterId = await account.createCluster();
    await account.advance('1m');
    const [group] = await list(account);
    const renamed = await account.patch<Group>(`${path}/${group?.id ?? ''}`, { name: 'base', state: 'ACTIVE', default: true, quota_id: '' });
    expect(renamed).toMatchObject({ status: 200, body: { ...group, name: 'base', updated_at: expect.not.stringMatching(group?.updated_at ?? '') } });
    expect((await account.get<ClusterBody>(`/v1/clusters/${clusterId}`)).body.resourceGroupName).toBe('base');
  });

  test('without a name, or with the one that it has, it changes nothing', async () => {
    const account = await emulator.account();
    const [group] = await list(account);
    for (const body of [{}, { name: 'Default' }]) {
      expect(await account.patch<Group>(`${path}/${group?.id ?? ''}`, body)).toMatchObject({ status: 200, body: group });
    }
  });

  test('400: the name is taken, or the group would be suspended', async () => {
    const account = await emulator.account();
    const id = await create(account, 'team-a');
    expect(errorOf(await account.patch<Refusal>(`${path}/${id}`, { name: 'Default' }))).toMatchObject({ code: 'RESOURCE_GROUP_NAME_UNIQUENESS' });
    expect(errorOf(await account.patch<Refusal>(`${path}/${id}`, { state: 'SUSPENDED' }))).toMatchObject({ status: 400 });
    expect((await account.get<Group>(`${path}/${id}`)).body).toMatchObject({ name: 'team-a', state: 'ACTIVE' });
  });
});

describe('DELETE /v2/resource_groups/{id}', () => {
  test('204: an empty group is gone, and its name is free', async () => {
    const account = await emulator.account();
    const id = await create(account, 'team-a');
    const removed = await account.delete(`${path}/${id}`);
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect((await account.get(`${path}/${id}`)).status).toBe(404);
    await create(account, 'team-a');
  });

  test('400: it is the default one', async () => {
    const account = await emulator.account();
    const [group] = await list(account);
    expect(errorOf(await account.delete<Refusal>(`${path}/${group?.id ?? ''}`))).toMatchObject({ status: 400, code: 'RESOURCE_GROUP_IS_DEFAULT' });
    expect(await list(account)).toHaveLength(1);
  });

  test('400 while a cluster is in it; once the cluster is gone the group can go, with what else was kept for it', async () => {
    const account = await emulator.account();
    const id = await create(account, 'team-a');
    await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' }, { 'X-Auth-Resource-Group': id });
    await account.post('/v1/credentials', {}, { 'X-Auth-Resource-Group': id, 'X-Auth-Softlayer-Username': 'ann', 'X-Auth-Softlayer-APIKey': 'secret' });
    await account.settle();
    const refused = await account.delete<Refusal>(`${path}/${id}`);
    expect(errorOf(refused)).toMatchObject({ status: 400, code: 'RESOURCE_GROUP_IN_USE', message: expect.stringContaining("Resource groups with active instances can't be deleted") });
    await account.delete('/v1/clusters/shop');
    expect((await account.delete(`${path}/${id}`)).status).toBe(400);
    await account.settle();
    expect((await account.delete(`${path}/${id}`)).status).toBe(204);
  });
});

test.each(['GET', 'PATCH', 'DELETE'] as const)('404 for %s: an unknown id, and one of another account', async (method) => {
  const account = await emulator.account();
  const [foreign] = await list(await emulator.account());
  for (const id of ['unknown', foreign?.id ?? '', 'Default']) {
    const refused = await emulator.call({ method, url: `${path}/${id}`, headers: { authorization: `Bearer ${account.token}` }, ...(method === 'PATCH' && { body: { name: 'x' } }) });
    expect(errorOf(refused as { body: Refusal })).toEqual({ status: 404, code: 'RESOURCE_GROUP_NOT_FOUND', message: `The resource group '${id}' could not be found.`, more_info: 'n/a' });
  }
});

test('a cluster is created in a group named by its id or its name', async () => {
  const account = await emulator.account();
  const id = await create(account, 'team-a');
  for (const [name, word] of [['by-id', id], ['by-name', 'team-a']] as const) {
    const created = await account.post('/v1/clusters', { name, dataCenter: 'dal10', machineType: 'b3c.4x16' }, { 'X-Auth-Resource-Group': word });
    expect(created.status).toBe(201);
    expect((await account.get<ClusterBody>(`/v1/clusters/${name}`)).body).toMatchObject({ resourceGroup: id, resourceGroupName: 'team-a' });
  }
  const inGroup = await account.get<ClusterBody[]>('/v1/clusters', { 'X-Auth-Resource-Group': id });
  expect(inGroup.body.map(({ name }) => name)).toEqual(['by-id', 'by-name']);
});

test('an id means the group that has it, also where another group has it for a name', async () => {
  const account = await emulator.account();
  const id = await create(account, 'team-a');
  const named = await create(account, id);
  const headers = { 'X-Auth-Resource-Group': id };
  expect((await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' }, headers)).status).toBe(201);
  await account.post('/v1/clusters', { name: 'cart', dataCenter: 'dal10', machineType: 'b3c.4x16' }, { 'X-Auth-Resource-Group': named });
  expect((await account.get<ClusterBody[]>('/v1/clusters', headers)).body.map(({ name }) => name)).toEqual(['shop']);
});

test.each([
  ['GET', `${path}/x/y`, 404, 'NOT_FOUND'],
  ['PUT', path, 405, 'METHOD_NOT_ALLOWED'],
  ['PUT', `${path}?name=x`, 405, 'METHOD_NOT_ALLOWED'],
  ['GET', `${path}/%ZZ`, 400, 'BAD_REQUEST'],
  ['GET', '/v3/nothing', 404, 'NOT_FOUND'],
] as const)('%s %s: what has no route is refused in the same envelope, with %d', async (method, url, status, code) => {
  const refused = await emulator.call({ method, url });
  expect(errorOf(refused as { body: Refusal })).toMatchObject({ status, code });
});

test('401: a token that is not good is refused in the same envelope', async () => {
  const refused = await emulator.call({ method: 'GET', url: path, headers: { authorization: 'Bearer nonsense' } });
  expect(refused.status).toBe(401);
  expect(errorOf(refused as { body: Refusal })).toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
});
