import type { Caller } from '../accounts/caller.js';
import { IamError } from './errors.js';
import { KUBE_CLIENT } from './facts.js';
import { findCaller, type IdentityServices, resumeToken, type Session } from './grants.js';
import { DELEGATED_GRANT, type PasscodeForm, type TokenForm, type TokenResponse } from './schemas.js';
import { type Bearer, type Claims, type TokenService, tokenUses } from './tokens.js';

const KUBE_SCOPE = 'ibm openid containers-kubernetes';

/**
 * Turns what a caller proves itself with into new tokens.
 * @throws IamError when the form lacks what its grant needs, or that is not valid
 */
export async function grantTokens(
  services: IdentityServices,
  form: TokenForm,
  client: Pick<Bearer, 'clientId' | 'issuer'>,
): Promise<{ caller: Caller; tokens: TokenResponse }> {
  const caller = await findCaller(services, form);
  const scope = client.clientId === KUBE_CLIENT.id ? KUBE_SCOPE : 'ibm openid';
  const bearer = { ...client, caller, grantType: form.grant_type, scope };
  const wanted = form.response_type?.split(/[\s,]+/) ?? [];
  const delegated = wanted.includes('delegated_refresh_token');
  const delegatedOnly = delegated && wanted.length === 1;
  const tokens = {
    ...(!delegatedOnly && (await issueSession(services.tokens, bearer))),
    ...(delegated && (await issueDelegated(services.tokens, bearer, form.delegated_refresh_token_expiry))),
  };
  return { caller, tokens };
}

/**
 * Gives out a passcode for whoever proves itself by the form, or without one by an access token.
 * @throws IamError also for who did not log in with an API key, as nobody does on a lenient server
 */
export async function grantPasscode(
  services: IdentityServices,
  form: PasscodeForm,
  accessToken: string | undefined,
): Promise<{ caller: Caller; passcode: string }> {
  const caller = await callerForPasscode(services, form, accessToken);
  if (caller.apiKeyId === undefined) {
    throw IamError.of(form.grant_type === undefined ? 'accessTokenInvalid' : 'refreshTokenInvalid', 'it was not made from an API key');
  }
  return { caller, passcode: await services.passcodes.issue(caller.apiKeyId) };
}

/** The claims of a token of any use, while it holds; undefined for everything else (RFC 7662). */
export async function introspect(services: IdentityServices, token: string): Promise<Claims | undefined> {
  for (const use of tokenUses) {
    const session = await resumeToken(services, token, use);
    if (session.valid) return session.claims;
  }
  return undefined;
}

/**
 * The claims of an access token.
 * @throws IamError accessTokenInvalid
 */
export async function readUserInfo(services: IdentityServices, accessToken: string | undefined): Promise<Claims> {
  const { claims } = await requireAccessToken(services, accessToken);
  return claims;
}

/** The tokens by which kubectl logs in at the clusters of an account, as the caller. */
export async function issueKubeTokens(
  tokens: TokenService,
  { caller, issuer }: Pick<Bearer, 'caller' | 'issuer'>,
): Promise<{ idToken: string; refreshToken: string }> {
  const bearer = { caller, issuer, clientId: KUBE_CLIENT.id, grantType: DELEGATED_GRANT, scope: KUBE_SCOPE };
  const { token: idToken } = await tokens.issue('id', bearer);
  const { token: refreshToken } = await tokens.issue('refresh', bearer);
  return { idToken, refreshToken };
}

async function callerForPasscode(services: IdentityServices, form: PasscodeForm, accessToken: string | undefined): Promise<Caller> {
  const { grant_type: grant, ...proof } = form;
  if (grant !== undefined) return findCaller(services, { ...proof, grant_type: grant });
  if (accessToken === undefined) throw IamError.of('propertyMissing', 'grant_type');
  const { caller } = await requireAccessToken(services, accessToken);
  return caller;
}

async function requireAccessToken(services: IdentityServices, token: string | undefined): Promise<Extract<Session, { valid: true }>> {
  if (token === undefined) throw IamError.of('accessTokenInvalid', 'the header Authorization has none');
  const session = await resumeToken(services, token, 'access');
  if (!session.valid) throw IamError.of('accessTokenInvalid', session.reason);
  return session;
}

async function issueSession(tokens: TokenService, bearer: Bearer): Promise<TokenResponse> {
  const access = await tokens.issue('access', bearer);
  const refresh = await tokens.issue('refresh', bearer);
  return {
    access_token: access.token,
    refresh_token: refresh.token,
    ...(bearer.clientId === KUBE_CLIENT.id && { id_token: (await tokens.issue('id', bearer)).token }),
    token_type: 'Bearer',
    expires_in: access.lifetime,
    expiration: access.expiresAt,
    scope: bearer.scope,
  };
}

async function issueDelegated(tokens: TokenService, bearer: Bearer, lifetime: number | undefined): Promise<TokenResponse> {
  const { token } = await tokens.issue('delegated refresh', bearer, lifetime);
  return { delegated_refresh_token: token };
}
