import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { Refusal } from './bodies.js';

const emulator = await connectEmulator();
const path = '/coe/v2/accounts';

interface Account {
  readonly metadata: { readonly guid: string; readonly created_at: string };
  readonly entity: { readonly name: string; readonly owner_userid: string; readonly owner_iam_id: string; readonly [name: string]: unknown };
}

interface AccountList {
  readonly next_url: null;
  readonly total_results: number;
  readonly resources: readonly Account[];
}

describe('GET /coe/v2/accounts/{id}', () => {
  test('tells the name and the owner of the account, whom tokens speak for too', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Account>(`${path}/${account.id}`);
    expect(status).toBe(200);
    expect(body.metadata).toMatchObject({ guid: account.id, url: `${path}/${account.id}` });
    expect(body.metadata.created_at).toBe(new Date(body.metadata.created_at).toISOString());
    expect(body.entity).toMatchObject({ name: account.name, type: 'PAYG', state: 'ACTIVE', isIBMer: false, tags: [], organizations_region: [] });
    const claims = JSON.parse(Buffer.from(account.token.split('.')[1] ?? '', 'base64url').toString()) as { iam_id: string; email: string };
    expect(body.entity).toMatchObject({ owner_iam_id: claims.iam_id, owner_userid: claims.email });
  });

  test('404 for any other account, whether there is one or not', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    for (const id of [other.id, 'nobody']) {
      const refused = await account.get<Refusal>(`${path}/${id}`);
      expect(refused.status).toBe(404);
      expect(refused.body).toEqual({
        trace: expect.any(String),
        errors: [{ code: 'ACCOUNT_NOT_FOUND', message: `The account '${id}' could not be found.`, more_info: 'n/a' }],
        status_code: 404,
      });
    }
  });

  test('401 for a token that is not good', async () => {
    const account = await emulator.account();
    const refused = await emulator.call({ method: 'GET', url: `${path}/${account.id}`, headers: { authorization: 'Bearer nonsense' } });
    expect(refused).toMatchObject({ status: 401, body: { errors: [{ code: 'UNAUTHORIZED' }] } });
  });
});

test('GET /coe/v2/accounts lists the caller\'s account alone', async () => {
  const account = await emulator.account();
  await emulator.account();
  const { status, body } = await account.get<AccountList>(path);
  expect([status, body.next_url, body.total_results]).toEqual([200, null, 1]);
  expect(body.resources).toEqual([(await account.get<Account>(`${path}/${account.id}`)).body]);
});
