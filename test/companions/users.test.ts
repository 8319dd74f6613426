import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { Refusal } from './bodies.js';

const emulator = await connectEmulator();

interface Profile {
  readonly iam_id: string;
  readonly email: string;
  readonly [name: string]: unknown;
}

interface ProfileList {
  readonly total_results: number;
  readonly limit: number;
  readonly first_url: string;
  readonly next_url?: string;
  readonly resources: readonly Profile[];
}

const pathOf = (account: TestAccount): string => `/v2/accounts/${account.id}/users`;

const invite = async (account: TestAccount, email: string, name?: string): Promise<{ iamId: string; keyId: string }> => {
  const created = await account.post<{ id: string; user: { iamId: string } }>(`/_emulator/accounts/${account.id}/api-keys`, { user: { email, name }, roles: ['viewer'] });
  expect(created.status).toBe(201);
  return { iamId: created.body.user.iamId, keyId: created.body.id };
};

const emails = async (account: TestAccount, query = ''): Promise<string[]> =>
  (await account.get<ProfileList>(`${pathOf(account)}${query}`)).body.resources.map(({ email }) => email);

const ownerOf = (account: TestAccount): string => `owner-${account.id.slice(0, 8)}@example.com`;

const refusalOf = ({ status, body }: { readonly status: number; readonly body: Refusal }) => ({ status, ...body.errors[0] });

describe('GET /v2/accounts/{account_id}/users/{iam_id}', () => {
  test("reads the profile of the account's owner, whose IAM id tokens carry", async () => {
    const account = await emulator.account();
    const { iam_id: iamId } = JSON.parse(Buffer.from(account.token.split('.')[1] ?? '', 'base64url').toString()) as { iam_id: string };
    const { status, body } = await account.get<Profile>(`${pathOf(account)}/${iamId}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      iam_id: iamId,
      realm: 'IBMid',
      user_id: ownerOf(account),
      firstname: 'Account',
      lastname: 'Owner',
      state: 'ACTIVE',
      email: ownerOf(account),
      phonenumber: '',
      altphonenumber: '',
      photo: '',
      account_id: account.id,
      added_on: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    });
  });

  test('reads the profile of a user whom an API key was made for', async () => {
    const account = await emulator.account();
    const { iamId } = await invite(account, 'vera@example.com', 'Vera Viewer');
    const { body } = await account.get<Profile>(`${pathOf(account)}/${iamId}`);
    expect(body).toMatchObject({ iam_id: iamId, user_id: 'vera@example.com', email: 'vera@example.com', firstname: 'Vera', lastname: 'Viewer' });
  });

  test('404 for who is unknown, and for a user of another account', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    const { iamId: foreign } = await invite(other, 'olga@example.com');
    for (const iamId of ['IBMid-NOBODY', foreign]) {
      expect(refusalOf(await account.get<Refusal>(`${pathOf(account)}/${iamId}`))).toEqual({
        status: 404,
        code: 'USER_NOT_FOUND',
        message: `The user '${iamId}' could not be found in the account.`,
        more_info: 'n/a',
      });
    }
  });

  test('404 below any other account', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    const { iamId } = await invite(other, 'olga@example.com');
    expect(refusalOf(await account.get<Refusal>(`${pathOf(other)}/${iamId}`))).toMatchObject({ status: 404, code: 'ACCOUNT_NOT_FOUND' });
  });
});

describe('GET /v2/accounts/{account_id}/users', () => {
  test('lists the owner and then those whom keys were made for, each once', async () => {
    const account = await emulator.account();
    await invite(account, 'vera@example.com', 'Vera Viewer');
    await invite(account, 'anton@example.com');
    await invite(account, 'VERA@example.com', 'Vera Viewer');
    const { body } = await account.get<ProfileList>(pathOf(account));
    expect(body).toMatchObject({ total_results: 3, limit: 100, first_url: `${pathOf(account)}?limit=100` });
    expect(body).not.toHaveProperty('next_url');
    expect(body.resources.map(({ email }) => email.toLowerCase())).toEqual([ownerOf(account), 'vera@example.com', 'anton@example.com']);
  });

  test('a user goes when the last key made for them is revoked', async () => {
    const account = await emulator.account();
    const { iamId, keyId } = await invite(account, 'vera@example.com');
    expect(await emails(account)).toEqual([ownerOf(account), 'vera@example.com']);
    await account.delete(`/_emulator/accounts/${account.id}/api-keys/${keyId}`);
    expect(await emails(account)).toEqual([ownerOf(account)]);
    expect((await account.get(`${pathOf(account)}/${iamId}`)).status).toBe(404);
  });

  test('goes on by next_url, which is a path, until there is none', async () => {
    const account = await emulator.account();
    for (const name of ['a', 'b', 'c']) await invite(account, `${name}@example.com`);
    const seen: string[] = [];
    for (let url: string | undefined = `${pathOf(account)}?limit=2`; url !== undefined; ) {
      const page: ProfileList = (await account.get<ProfileList>(url)).body;
      expect(page.total_results).toBe(4);
      seen.push(...page.resources.map(({ email }) => email));
      url = page.next_url;
    }
    expect(seen).toEqual([ownerOf(account), 'a@example.com', 'b@example.com', 'c@example.com']);
  });

  test('can be narrowed by the email and by a search, also from page to page', async () => {
    const account = await emulator.account();
    await invite(account, 'vera@example.com', 'Vera Viewer');
    await invite(account, 'anton@elsewhere.org', 'Anton Admin');
    expect(await emails(account, '?user_id=VERA@example.com')).toEqual(['vera@example.com']);
    expect(await emails(account, '?search=firstname:anton')).toEqual(['anton@elsewhere.org']);
    expect(await emails(account, '?search=email:elsewhere,lastname:view')).toEqual(['vera@example.com', 'anton@elsewhere.org']);
    expect(await emails(account, '?search=colour:blue')).toEqual([]);
    expect(await emails(account, '?search=constructor:x')).toEqual([]);
    const { body } = await account.get<ProfileList>(`${pathOf(account)}?search=email:example.com&limit=1`);
    expect([body.total_results, (await account.get<ProfileList>(body.next_url ?? '')).body.resources.map(({ email }) => email)]).toEqual([2, ['vera@example.com']]);
  });

  test('says in its addresses by which email it was narrowed', async () => {
    const account = await emulator.account();
    for (const name of ['Vera', 'vera']) await invite(account, `${name}@example.com`);
    const { body } = await account.get<ProfileList>(`${pathOf(account)}?user_id=vera@example.com&limit=1`);
    expect(body.first_url).toBe(`${pathOf(account)}?limit=1&user_id=vera%40example.com`);
  });

  test('is the same for everybody who asks, in the same order', async () => {
    const account = await emulator.account();
    await invite(account, 'anton@example.com');
    const { body } = await account.post<{ apiKey: string }>(`/_emulator/accounts/${account.id}/api-keys`, { user: { email: 'vera@example.com' }, roles: ['viewer'] });
    const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: body.apiKey }).toString();
    const login = await emulator.call({ method: 'POST', url: '/identity/token', body: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    const authorization = `Bearer ${(login.body as { access_token: string }).access_token}`;
    const seen = await account.get<ProfileList>(pathOf(account), { authorization });
    expect(seen.body.resources.map(({ email }) => email)).toEqual([ownerOf(account), 'anton@example.com', 'vera@example.com']);
  });

  test('is at its end where the user that a page begins with is gone', async () => {
    const account = await emulator.account();
    await invite(account, 'vera@example.com');
    const { body } = await account.get<ProfileList>(`${pathOf(account)}?_start=IBMid-NOBODY`);
    expect([body.resources, body.total_results, body.next_url]).toEqual([[], 2, undefined]);
  });

  test('404 for any other account, whether there is one or not', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    for (const id of [other.id, 'nobody']) {
      expect(refusalOf(await account.get<Refusal>(`/v2/accounts/${id}/users`))).toMatchObject({ status: 404, code: 'ACCOUNT_NOT_FOUND' });
    }
  });

  test.each(['?limit=0', '?limit=101', '?limit=x'])('400 for %s', async (query) => {
    const account = await emulator.account();
    expect((await account.get(`${pathOf(account)}${query}`)).status).toBe(400);
  });
});
