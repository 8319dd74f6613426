import { IksError } from '../../errors/iks-error.js';
import type { AccountService } from '../accounts/service.js';
import { IamError } from './errors.js';
import { API_KEY_GRANT, DELEGATED_GRANT, REFRESH_GRANT, type TokenForm, type TokenResponse } from './schemas.js';
import type { Bearer, TokenService, TokenUse } from './tokens.js';

export interface IdentityServices {
  readonly accounts: AccountService;
  readonly tokens: TokenService;
}

/** The command line tools log in to clusters as this client. */
const KUBE = 'kube';
const KUBE_SCOPE = 'ibm openid containers-kubernetes';

type Grant = (services: IdentityServices, form: TokenForm) => Promise<string>;

/** How each grant leads to an account. */
const grants: Readonly<Record<TokenForm['grant_type'], Grant>> = {
  [API_KEY_GRANT]: ({ accounts }, form) => accounts.accountIdOfKey(required(form, 'apikey')),
  [REFRESH_GRANT]: (services, form) => accountOfToken(services, required(form, 'refresh_token'), 'refresh'),
  [DELEGATED_GRANT]: (services, form) => accountOfToken(services, required(form, 'refresh_token'), 'delegated refresh'),
};

/**
 * Turns an API key or an earlier token into new tokens.
 * @throws IamError when the form lacks what its grant needs, or its token is not valid
 */
export async function grantTokens(
  services: IdentityServices,
  form: TokenForm,
  caller: Pick<Bearer, 'clientId' | 'issuer'>,
): Promise<TokenResponse> {
  const accountId = await grants[form.grant_type](services, form);
  const scope = caller.clientId === KUBE ? KUBE_SCOPE : 'ibm openid';
  const bearer = { ...caller, accountId, grantType: form.grant_type, scope };
  const wanted = form.response_type?.split(/[\s,]+/) ?? [];
  const delegated = wanted.includes('delegated_refresh_token');
  const delegatedOnly = delegated && wanted.length === 1;
  return {
    ...(!delegatedOnly && (await issueSession(services.tokens, bearer))),
    ...(delegated && (await issueDelegated(services.tokens, bearer, form.delegated_refresh_token_expiry))),
  };
}

/** The tokens by which kubectl logs in at the clusters of an account, as its owner. */
export async function issueKubeTokens(
  tokens: TokenService,
  { accountId, issuer }: Pick<Bearer, 'accountId' | 'issuer'>,
): Promise<{ idToken: string; refreshToken: string }> {
  const bearer = { accountId, issuer, clientId: KUBE, grantType: DELEGATED_GRANT, scope: KUBE_SCOPE };
  const { token: idToken } = await tokens.issue('id', bearer);
  const { token: refreshToken } = await tokens.issue('refresh', bearer);
  return { idToken, refreshToken };
}

async function issueSession(tokens: TokenService, bearer: Bearer): Promise<TokenResponse> {
  const access = await tokens.issue('access', bearer);
  const refresh = await tokens.issue('refresh', bearer);
  return {
    access_token: access.token,
    refresh_token: refresh.token,
    ...(bearer.clientId === KUBE && { id_token: (await tokens.issue('id', bearer)).token }),
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

function required(form: TokenForm, property: 'apikey' | 'refresh_token'): string {
  const value = form[property];
  if (value === undefined) throw IamError.of('propertyMissing', property);
  return value;
}

async function accountOfToken({ accounts, tokens }: IdentityServices, token: string, use: TokenUse): Promise<string> {
  const verdict = await tokens.verify(token, use);
  if (!verdict.valid) throw IamError.of('tokenInvalid', verdict.reason);
  await requireAccount(accounts, verdict.accountId);
  return verdict.accountId;
}

/** An account may be removed while its tokens live; its API key would make it anew, they do not. */
async function requireAccount(accounts: AccountService, accountId: string): Promise<void> {
  try {
    await accounts.open(accountId);
  } catch (error) {
    if (error instanceof IksError) throw IamError.of('tokenInvalid', 'its account does not exist');
    throw error;
  }
}
