import { randomUUID } from '../../src/core/ids.js';
import { accountOf, API_KEY, basic, claimsOf, DELEGATED, IamClient, PASSCODE, PASSWORD, REFRESH, refusal } from './client.js';
import { type IdentityFixture, openIdentity } from './support.js';

let identity: IdentityFixture;
let iam: IamClient;

beforeAll(async () => {
  identity = openIdentity();
  iam = new IamClient(await identity.serve('strict'));
});
afterAll(() => identity.close());

const newKey = (): string => `key-${randomUUID()}`;

async function passcodeFor(form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = basic('bx:bx')): Promise<string> {
  const response = await iam.post('passcode', form, headers);
  expect([response.statusCode, response.json()]).toEqual([200, { passcode: expect.stringMatching(/^[A-Za-z0-9]{10}$/) as string }]);
  return response.json<{ passcode: string }>().passcode;
}

const redeem = (passcode: string) => iam.post('token', { grant_type: PASSCODE, passcode, response_type: 'cloud_iam' }, basic('bx:bx'));

describe('iamPasscode gives a passcode that logs in to the account and as the user of whoever asked for it', () => {
  test('200: by a refresh token, as bluemix-go does', async () => {
    const { access_token: access, refresh_token: token } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    const passcode = await passcodeFor({ grant_type: REFRESH, refresh_token: token, response_type: 'cloud_iam' });

    const { access_token: other } = await iam.logIn({ grant_type: PASSCODE, passcode });

    expect(claimsOf(other)).toMatchObject({ ...claimsOf(access), grant_type: PASSCODE, jti: expect.anything() as string });
  });

  test('200: by an API key', async () => {
    const apikey = newKey();
    const passcode = await passcodeFor({ grant_type: API_KEY, apikey });
    expect(accountOf((await iam.logIn({ grant_type: PASSCODE, passcode })).access_token)).toBe(await identity.accountIdOfKey(apikey));
  });

  test('200: by a user name and a password', async () => {
    const passcode = await passcodeFor({ grant_type: PASSWORD, username: 'vera@example.com', password: newKey() });
    expect(claimsOf((await iam.logIn({ grant_type: PASSCODE, passcode })).access_token).email).toBe('vera@example.com');
  });

  test('200: by a delegated token', async () => {
    const form = { grant_type: API_KEY, apikey: newKey(), response_type: 'cloud_iam delegated_refresh_token' };
    const { access_token: access, delegated_refresh_token: token = '' } = await iam.logIn(form);
    const passcode = await passcodeFor({ grant_type: DELEGATED, refresh_token: token });
    expect(accountOf((await iam.logIn({ grant_type: PASSCODE, passcode })).access_token)).toBe(accountOf(access));
  });

  test('200: by an access token in the header Authorization', async () => {
    const { access_token: access } = await iam.logIn({ grant_type: API_KEY, apikey: newKey() });
    for (const authorization of [`Bearer ${access}`, `bearer ${access}`, access]) {
      const passcode = await passcodeFor({}, { authorization });
      expect(accountOf((await iam.logIn({ grant_type: PASSCODE, passcode })).access_token)).toBe(accountOf(access));
    }
  });
});

describe('a passcode is refused', () => {
  const used = { status: 400, body: refusal('BXNIM0405E', /^The passcode does not exist, has expired, or was used before\.$/) };
  const answer = async (passcode: string) => {
    const response = await redeem(passcode);
    return { status: response.statusCode, body: response.json<unknown>() };
  };

  test('when it was used', async () => {
    const passcode = await passcodeFor({ grant_type: API_KEY, apikey: newKey() });
    expect((await redeem(passcode)).statusCode).toBe(200);
    expect(await answer(passcode)).toEqual(used);
  });

  test('of many callers at once by all but one', async () => {
    const passcode = await passcodeFor({ grant_type: API_KEY, apikey: newKey() });
    const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(passcode)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 400)]);
  });

  test('after five minutes of real time, not before', async () => {
    const [early, late] = [await passcodeFor({ grant_type: API_KEY, apikey: newKey() }), await passcodeFor({ grant_type: API_KEY, apikey: newKey() })];
    identity.clock.advance(299);
    expect((await redeem(early)).statusCode).toBe(200);
    identity.clock.advance(1);
    expect(await answer(late)).toEqual(used);
  });

  test.each(['never-made', 'ABCDEFGHIJ', '\0', "' OR 1=1 --", 'x'.repeat(100_000)])('that nobody was given: %.20s', async (passcode) => {
    expect(await answer(passcode)).toEqual(used);
  });
});

describe('iamPasscode gives none', () => {
  test.each([
    ['to nobody', {}, 400, refusal('BXNIM0109E', "Property 'grant_type' either missing or empty.")],
    ['for a passcode', { grant_type: PASSCODE, passcode: 'ABCDEFGHIJ' }, 400, refusal('BXNIM0106E', /grant_type must be one of/)],
    ['without the proof', { grant_type: API_KEY }, 400, refusal('BXNIM0109E', "Property 'apikey' either missing or empty.")],
    ['for a wrong token', { grant_type: REFRESH, refresh_token: 'x' }, 400, refusal('BXNIM0407E', /not a JSON web token/)],
  ] as const)('400: %s', async (_, form, status, body) => {
    const response = await iam.post('passcode', form);
    expect([response.statusCode, response.json()]).toEqual([status, body]);
  });

  test('401: for a wrong access token', async () => {
    const response = await iam.post('passcode', {}, { authorization: 'Bearer x' });
    expect([response.statusCode, response.json()]).toEqual([401, refusal('BXNIM0446E', /not a JSON web token/)]);
  });
});

test('neither passcodes nor API keys are kept as they are', async () => {
  const apikey = newKey();
  const passcode = await passcodeFor({ grant_type: API_KEY, apikey });
  const kept = JSON.stringify([await identity.database.passcode.findMany(), await identity.database.apiKey.findMany()]);
  expect(kept).toContain('ApiKey-');
  expect(kept).not.toContain(passcode);
  expect(kept).not.toContain(apikey);
});

test('expired passcodes of a key go when it gets another', async () => {
  const apikey = newKey();
  const passcode = await passcodeFor({ grant_type: API_KEY, apikey });
  const { api_key_id: apiKeyId = '' } = claimsOf((await iam.logIn({ grant_type: PASSCODE, passcode })).access_token);
  await passcodeFor({ grant_type: API_KEY, apikey });
  identity.clock.advance(300);
  await passcodeFor({ grant_type: API_KEY, apikey });
  expect(await identity.database.passcode.count({ where: { apiKeyId } })).toBe(1);
});
