import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../core/clock.js';
import { randomUUID } from '../../core/ids.js';
import type { PrismaClient } from '../../generated/prisma/client.js';
import type { Caller } from '../accounts/caller.js';
import { REALM } from '../accounts/user.js';
import { ALGORITHM } from './facts.js';
import { createSigningKeys, type SigningKey } from './signing-keys.js';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What tokens are for. The header `typ` says it, so that none can be used in place of another (RFC 8725, 3.11). */
const uses = {
  access: { typ: 'JWT', lifetime: hour },
  id: { typ: 'id+jwt', lifetime: hour },
  refresh: { typ: 'refresh+jwt', lifetime: 30 * day },
  'delegated refresh': { typ: 'delegated-refresh+jwt', lifetime: 6 * day },
} as const;

/** So many tokens are remembered, those last used. */
const MOST_REMEMBERED = 1_000;

/** By so many characters of its signature a token is found again: a table of whole tokens takes as long as all the rest. */
const TOLD_BY = 64;

export type TokenUse = keyof typeof uses;

export const tokenUses = Object.keys(uses) as readonly TokenUse[];

/** The longest that a token can be asked to last, in seconds. */
export const LONGEST_LIFETIME = uses.refresh.lifetime;

/** Whom a token speaks for and how it came to be. */
export interface Bearer {
  readonly caller: Pick<Caller, 'accountId' | 'apiKeyId' | 'user'>;
  readonly clientId: string;
  readonly grantType: string;
  readonly issuer: string;
  readonly scope: string;
}

interface IssuedToken {
  readonly token: string;
  /** Seconds. */
  readonly lifetime: number;
  /** Seconds since 1970, in real time. */
  readonly expiresAt: number;
}

/** `reason` completes "The token cannot be verified: ..." and repeats nothing of the token. */
type Verdict = { readonly valid: true; readonly claims: Claims } | { readonly valid: false; readonly reason: string };

/** What a token says. */
export type Claims = ReturnType<typeof claimsOf> & { readonly jti: string; readonly iat: number; readonly exp: number };

/** The public half of a signing key, as relying parties read it (RFC 7517). */
type PublicKey = SigningKey['publicJwk'] & { kid: string; alg: string; use: string };

export interface TokenService {
  /** Signs a token; without a `lifetime`, in seconds, it lasts as long as is usual for its use. */
  issue(use: TokenUse, bearer: Bearer, lifetime?: number): Promise<IssuedToken>;
  /** Checks signature, issuer, use and expiry in real time, never by the clock of an account. */
  verify(token: string, use: TokenUse): Promise<Verdict>;
  jwks(): Promise<{ keys: PublicKey[] }>;
}

/** Callers know one server by many addresses, so the issuer of a token may differ from where it is used. */
const ISSUER = /^https?:\/\/[^/]+\/identity$/;

/** Signs and verifies with the keys of a database, so that tokens outlive the process and hold in all others. */
export function createTokenService({ database, clock }: { database: PrismaClient; clock: Clock }): TokenService {
  const keys = createSigningKeys(database, clock);
  /** What tokens say that were found good, for callers send the same one again and again: only their time can end. */
  const verified = new LRUCache<string, { readonly token: string; readonly use: TokenUse; readonly claims: Claims }>({ max: MOST_REMEMBERED });

  const findPublicKey = async ({ kid }: JWTHeaderParameters): Promise<SigningKey['publicKey']> => {
    const key = await keys.find(kid);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key.publicKey;
  };

  return {
    async issue(use, bearer, lifetime = uses[use].lifetime) {
      const { id: kid, privateKey } = await keys.current();
      const issuedAt = Math.floor(clock.now().getTime() / 1_000);
      const expiresAt = issuedAt + lifetime;
      const token = await new SignJWT({ ...claimsOf(bearer), jti: randomUUID(), iat: issuedAt, exp: expiresAt })
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: uses[use].typ })
        .sign(privateKey);
      return { token, lifetime, expiresAt };
    },

    async verify(token, use) {
      const now = clock.now();
      const known = verified.get(token.slice(-TOLD_BY));
      if (known?.token === token && known.use === use && known.claims.exp > Math.floor(now.getTime() / 1_000)) return { valid: true, claims: known.claims };
      const options = { algorithms: [ALGORITHM], typ: uses[use].typ, currentDate: now, requiredClaims: ['exp'] };
      try {
        const { payload } = await jwtVerify<Claims>(token, findPublicKey, options);
        if (!ISSUER.test(payload.iss)) return { valid: false, reason: 'it has another issuer' };
        verified.set(token.slice(-TOLD_BY), { token, use, claims: payload });
        return { valid: true, claims: payload };
      } catch (error) {
        if (error instanceof errors.JOSEError) return { valid: false, reason: reasonOf(error, use) };
        throw error;
      }
    },

    async jwks() {
      const listed = await keys.list();
      return { keys: listed.map(({ id, publicJwk }) => ({ ...publicJwk, alg: ALGORITHM, kid: id, use: 'sig' })) };
    },
  };
}

/** Clients stop or crash without `id`, `iss`, `email` and `account.bss`. */
function claimsOf({ caller, clientId, grantType, issuer, scope }: Bearer) {
  const { accountId, apiKeyId, user } = caller;
  const { identifier, iamId, givenName, familyName, name, email } = user;
  return {
    iam_id: iamId,
    id: iamId,
    realmid: REALM,
    identifier,
    given_name: givenName,
    family_name: familyName,
    name,
    email,
    sub: email,
    account: { valid: true, bss: accountId },
    ...(apiKeyId !== undefined && { api_key_id: apiKeyId }),
    iss: issuer,
    grant_type: grantType,
    scope,
    client_id: clientId,
    acr: 1,
    amr: ['pwd'],
  };
}

const withArticle = (use: TokenUse): string => `${/^[ai]/.test(use) ? 'an' : 'a'} ${use}`;

function reasonOf(error: errors.JOSEError, use: TokenUse): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  if (error instanceof errors.JWKSNoMatchingKey) return 'it is signed with an unknown key';
  if (error instanceof errors.JOSEAlgNotAllowed) return `it is not signed with ${ALGORITHM}`;
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'typ') return `it is not meant for use as ${withArticle(use)} token`;
  return 'it is not a JSON web token';
}
