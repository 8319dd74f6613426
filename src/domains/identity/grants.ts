import type { Caller } from '../accounts/caller.js';
import type { Login, Logins } from '../accounts/logins.js';
import type { Traffic } from '../accounts/traffic.js';
import { IamError } from './errors.js';
import type { PasscodeService } from './passcodes.js';
import { API_KEY_GRANT, DELEGATED_GRANT, PASSCODE_GRANT, PASSWORD_GRANT, REFRESH_GRANT, type TokenForm } from './schemas.js';
import type { Claims, TokenService, TokenUse } from './tokens.js';

export interface IdentityServices {
  readonly logins: Logins;
  readonly tokens: TokenService;
  readonly passcodes: PasscodeService;
}

/** What is known of the bearer of a token; `reason` completes "The token cannot be verified: ...". */
export type Session =
  | { readonly valid: true; readonly caller: Caller; readonly claims: Claims; readonly traffic?: Traffic }
  | { readonly valid: false; readonly reason: string };

/** The fields of a form by which its caller proves who it is. */
type Proof = Pick<TokenForm, 'grant_type' | 'apikey' | 'username' | 'password' | 'passcode' | 'refresh_token' | 'account' | 'bss_account'>;
type Property = 'apikey' | 'username' | 'password' | 'passcode' | 'refresh_token';

type Grant = (services: IdentityServices, proof: Proof) => Promise<Caller>;

/** How each grant leads to a caller. */
const grants: Readonly<Record<TokenForm['grant_type'], Grant>> = {
  [API_KEY_GRANT]: async ({ logins }, proof) => admit(await logins.withApiKey(required(proof, 'apikey'))),
  [PASSWORD_GRANT]: async ({ logins }, proof) => {
    const [username, password] = [required(proof, 'username'), required(proof, 'password')];
    return admit(await logins.withPassword(username, password));
  },
  [PASSCODE_GRANT]: async ({ logins, passcodes }, proof) => {
    const redeemed = await passcodes.redeem(required(proof, 'passcode'));
    if (redeemed === undefined) throw IamError.of('passcodeInvalid');
    return admit(await logins.resume(redeemed.accountId, redeemed.apiKeyId));
  },
  [REFRESH_GRANT]: (services, proof) => callerOfRefreshToken(services, required(proof, 'refresh_token'), 'refresh'),
  [DELEGATED_GRANT]: (services, proof) => callerOfRefreshToken(services, required(proof, 'refresh_token'), 'delegated refresh'),
};

/**
 * Finds out who sent a form.
 * @throws IamError when the form lacks what its grant needs, when that is not valid, or when it leads to another
 *   account than the form asks for
 */
export async function findCaller(services: IdentityServices, proof: Proof): Promise<Caller> {
  const caller = await grants[proof.grant_type](services, proof);
  const wanted = proof.account ?? proof.bss_account ?? caller.accountId;
  if (wanted !== caller.accountId) throw IamError.of('accountForbidden');
  return caller;
}

/** For whom a token speaks now: its API key may have been revoked, or its account removed, while it lives. */
export async function resumeToken({ logins, tokens }: Pick<IdentityServices, 'logins' | 'tokens'>, token: string, use: TokenUse): Promise<Session> {
  const verdict = await tokens.verify(token, use);
  if (!verdict.valid) return verdict;
  const { claims } = verdict;
  const login = await logins.resume(claims.account.bss, claims.api_key_id);
  return login.valid ? { ...login, claims } : login;
}

async function callerOfRefreshToken(services: IdentityServices, token: string, use: TokenUse): Promise<Caller> {
  const login = await resumeToken(services, token, use);
  if (!login.valid) throw IamError.of('refreshTokenInvalid', login.reason);
  return login.caller;
}

function admit(login: Login): Caller {
  if (!login.valid) throw IamError.of('apiKeyRevoked');
  return login.caller;
}

function required(proof: Proof, property: Property): string {
  const value = proof[property];
  if (value === undefined) throw IamError.of('propertyMissing', property);
  return value;
}
