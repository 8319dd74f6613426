import DataLoader from 'dataloader';
import { afterArrivals } from '../../core/wait.js';
import type { Database } from '../../database/connection.js';
import type { ApiKey, PrismaClient } from '../../generated/prisma/client.js';
import { type Caller, callerOfKey, type KeyFacts, ownerOf } from './caller.js';
import { type Credential, credentialOfKey, credentialOfPassword } from './credential.js';
import * as repository from './repository.js';
import type { AccountService } from './service.js';
import type { Traffic } from './traffic.js';

/** The user name with which the command line tools send an API key as the password. */
const API_KEY_USER = 'apikey';

/** `reason` completes "The token cannot be verified: ..." and repeats nothing of what was sent. */
export type Login = { readonly valid: true; readonly caller: Caller } | { readonly valid: false; readonly reason: string };

/** With what the caller's account does to requests, where that was read on the way. */
type Resumption = Login & { readonly traffic?: Traffic };

const GONE: Resumption = { valid: false, reason: 'its account does not exist' };

/** Finds out who logs in, and whether who did may still call. */
export class Logins {
  private readonly database: PrismaClient;
  /** Of all requests that come at about the same time, in one statement. Nothing is remembered: keys are revoked. */
  private readonly keysInUse: DataLoader<string, Resumption>;

  constructor(
    { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
    private readonly accounts: AccountService,
    /** Whether a call that nobody signed counts as the owner's, unless the account says otherwise. */
    private readonly mode: 'lenient' | 'strict',
  ) {
    this.database = prisma;
    this.keysInUse = new DataLoader((ids) => this.findKeysInUse(pool, ids), {
      cache: false,
      batchScheduleFn: afterArrivals,
    });
  }

  /** Any text is a key: of the account it was made for, or else of one of its own, which is made at its first use. */
  withApiKey(apiKey: string): Promise<Login> {
    return this.with(credentialOfKey(apiKey));
  }

  /**
   * The password is an API key for the user name `apikey`, and for the email of the user that the key was made for.
   * Any other user name and password lead to an account of their own.
   */
  async withPassword(username: string, password: string): Promise<Login> {
    const asKey = credentialOfKey(password);
    if (username === API_KEY_USER) return this.with(asKey);
    const key = await repository.findApiKey(this.database, asKey.hash);
    const isOfUser = key?.userEmail?.toLowerCase() === username.toLowerCase();
    return this.with(isOfUser ? asKey : credentialOfPassword(username, password));
  }

  /** For whom a token speaks that was made from this key, or that nobody logged in for. */
  async resume(accountId: string, apiKeyId: string | undefined): Promise<Resumption> {
    if (apiKeyId === undefined) return this.resumeUnsigned(accountId);
    const found = await this.keysInUse.load(apiKeyId);
    return found.valid && found.caller.accountId !== accountId ? GONE : found;
  }

  /** A token that nobody logged in for holds as long as calls without a token do. */
  private async resumeUnsigned(accountId: string): Promise<Resumption> {
    const traffic = await this.accounts.trafficOf(accountId);
    if (traffic === undefined && accountId !== this.accounts.defaultAccountId) return GONE;
    if ((traffic?.auth ?? this.mode) === 'strict') return { valid: false, reason: 'it was not made from an API key' };
    return { valid: true, caller: ownerOf(accountId), ...(traffic !== undefined && { traffic }) };
  }

  private async findKeysInUse(pool: Database['pool'], ids: readonly string[]): Promise<Resumption[]> {
    const keys = await repository.findKeysInUse(pool, [...new Set(ids)]);
    const resumptions = new Map(keys.map((key) => [key.id, { ...judge(key), traffic: key }]));
    return ids.map((id) => resumptions.get(id) ?? GONE);
  }

  private async with(credential: Credential): Promise<Login> {
    return judge((await repository.findApiKey(this.database, credential.hash)) ?? (await this.accounts.makeOwn(credential)));
  }
}

const judge = (key: KeyFacts & Pick<ApiKey, 'revokedAt'>): Login =>
  key.revokedAt === null ? { valid: true, caller: callerOfKey(key) } : { valid: false, reason: 'its API key was revoked' };
