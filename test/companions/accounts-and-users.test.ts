import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';
import { codeOf } from './support.js';

const emulator = await startEmulator();

interface User {
  readonly iam_id: string;
  readonly user_id: string;
}

interface Users {
  readonly total_results: number;
  readonly next_url?: string;
  readonly resources: readonly User[];
}

/** What a token says of its bearer. */
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { iam_id: string; email: string };

describe('account management', () => {
  test('GET /coe/v2/accounts lists the account of the caller, and /{id} reads it', async () => {
    const account = await emulator.account();
    const { iam_id: iamId, email } = claimsOf(account.token);
    const read = await account.get(`/coe/v2/accounts/${account.id}`);
    expect(read).toMatchObject({
      status: 200,
      body: {
        metadata: { guid: account.id, url: `/coe/v2/accounts/${account.id}` },
        entity: { name: account.name, state: 'ACTIVE', owner_iam_id: iamId, owner_userid: email, organizations_region: [] },
      },
    });
    expect((await account.get('/coe/v2/accounts')).body).toEqual({ next_url: null, total_results: 1, resources: [read.body] });
  });

  test('404 for any other account, whether there is one or not', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    for (const id of [other.id, other.name, 'nobody']) {
      for (const path of [`/coe/v2/accounts/${id}`, `/v2/accounts/${id}/users`, `/v2/accounts/${id}/users/${claimsOf(other.token).iam_id}`]) {
        const refused = await account.get(path);
        expect([refused.status, codeOf(refused)]).toEqual([404, 'ACCOUNT_NOT_FOUND']);
      }
    }
  });
});

describe('user management', () => {
  test('the owner is the one user of a new account', async () => {
    const account = await emulator.account();
    const { iam_id: iamId, email } = claimsOf(account.token);
    const users = `/v2/accounts/${account.id}/users`;
    const profile = await account.get(`${users}/${iamId}`);
    expect(profile).toMatchObject({
      status: 200,
      body: { iam_id: iamId, user_id: email, email, realm: 'IBMid', state: 'ACTIVE', account_id: account.id, firstname: 'Account', lastname: 'Owner' },
    });
    expect((await account.get(users)).body).toEqual({ total_results: 1, limit: 100, first_url: `${users}?limit=100`, resources: [profile.body] });
  });

  test('404: the account has no such user', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    for (const iamId of ['IBMid-0', claimsOf(other.token).iam_id]) {
      const refused = await account.get(`/v2/accounts/${account.id}/users/${iamId}`);
      expect([refused.status, codeOf(refused)]).toEqual([404, 'USER_NOT_FOUND']);
    }
  });

  test('whom an API key was made for is a user too, found by email and by search, in pages', async () => {
    const account = await emulator.account();
    for (const user of [{ email: 'ann@example.com', name: 'Ann Lee' }, { email: 'bob@example.com', name: 'Bob Ray' }]) {
      const made = await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/api-keys`, body: { user, roles: ['viewer'] } });
      expect(made.status).toBe(201);
    }
    const users = `/v2/accounts/${account.id}/users`;
    const emails = async (query: string): Promise<string[]> => (await account.get<Users>(`${users}${query}`)).body.resources.map(({ user_id: email }) => email);
    const owner = claimsOf(account.token).email;
    expect(await emails('')).toEqual([owner, 'ann@example.com', 'bob@example.com']);
    expect(await emails('?user_id=ANN@example.com')).toEqual(['ann@example.com']);
    expect(await emails('?search=firstname%3Abob,lastname%3Alee')).toEqual(['ann@example.com', 'bob@example.com']);
    expect(await emails('?search=unknown%3Abob')).toEqual([]);

    const first = await account.get<Users>(`${users}?limit=2`);
    expect(first.body).toMatchObject({ total_results: 3, limit: 2, resources: [{ user_id: owner }, { user_id: 'ann@example.com' }] });
    const second = await account.get<Users>(first.body.next_url ?? '');
    expect(second.body.resources.map(({ user_id: email }) => email)).toEqual(['bob@example.com']);
    expect(second.body.next_url).toBeUndefined();
  });
});
