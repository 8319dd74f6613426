import { randomUUID } from '../../src/core/ids.js';
import { accountOf, API_KEY, claimsOf, IamClient, PASSWORD, REFRESH, refusal } from './client.js';
import { type IdentityFixture, openIdentity } from './support.js';

let identity: IdentityFixture;
let iam: IamClient;

beforeAll(async () => {
  identity = openIdentity();
  iam = new IamClient(await identity.serve('strict'));
});
afterAll(() => identity.close());

const newKey = (): string => `key-${randomUUID()}`;
const logIn = async (username: string, password: string): Promise<string> =>
  (await iam.logIn({ grant_type: PASSWORD, username, password, response_type: 'cloud_iam,uaa' })).access_token;

test('the user name `apikey` has the API key as its password, as the command line tools send it', async () => {
  const apikey = newKey();
  const { access_token: byKey } = await iam.logIn({ grant_type: API_KEY, apikey });
  const byPassword = await logIn('apikey', apikey);
  expect(claimsOf(byPassword)).toMatchObject({ account: claimsOf(byKey).account, api_key_id: claimsOf(byKey).api_key_id, email: claimsOf(byKey).email });
});

describe('any other user name and password', () => {
  test('lead to an account of their own, always to the same, and the user is in the token', async () => {
    const password = newKey();
    const first = await logIn('vera@example.com', password);
    expect(accountOf(await logIn('vera@example.com', password))).toBe(accountOf(first));
    expect(claimsOf(first)).toMatchObject({ email: 'vera@example.com', name: 'vera@example.com' });
    expect(claimsOf(await logIn('Omar', password))).toMatchObject({ email: 'Omar@example.com', name: 'Omar' });
  });

  test('are together what counts', async () => {
    const password = newKey();
    const accounts = [
      await logIn('vera@example.com', password),
      await logIn('vera@example.com', newKey()),
      await logIn('omar@example.com', password),
      await logIn('apikey', password),
    ].map(accountOf);
    expect(new Set(accounts).size).toBe(4);
  });

  test('can be refreshed', async () => {
    const { access_token: access, refresh_token: token } = await iam.logIn({ grant_type: PASSWORD, username: 'Omar', password: newKey() });
    const { access_token: next } = await iam.logIn({ grant_type: REFRESH, refresh_token: token });
    expect(claimsOf(next)).toMatchObject({ account: claimsOf(access).account, name: 'Omar' });
  });

  test.each(['a\0b', 'a\nb', 'x'.repeat(201)])('%j is no user name', async (username) => {
    const response = await iam.post('token', { grant_type: PASSWORD, username, password: newKey() });
    expect([response.statusCode, response.json()]).toEqual([400, refusal('BXNIM0106E', /username must have 1 to 200 characters/)]);
  });

  test.each(['\0', 'pässwörd 🔑', 'x'.repeat(100_000)])('%.20s is a password', async (password) => {
    expect(accountOf(await logIn('vera@example.com', password))).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('a form that names an account', () => {
  test.each(['account', 'bss_account'])('by %s is good for that alone', async (field) => {
    const apikey = newKey();
    const accountId = await identity.accountIdOfKey(apikey);
    expect(accountOf((await iam.logIn({ grant_type: API_KEY, apikey, [field]: accountId })).access_token)).toBe(accountId);

    const other = await identity.accountIdOfKey(newKey());
    const response = await iam.post('token', { grant_type: API_KEY, apikey, [field]: other });
    expect([response.statusCode, response.json()]).toEqual([400, refusal('BXNIM0513E', /is not the one that the credentials lead to/)]);
  });
});
