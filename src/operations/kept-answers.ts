import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { AccountScope } from '../domains/accounts/scope.js';
import type { AccountService } from '../domains/accounts/service.js';
import type { AccountVersion } from '../domains/accounts/traffic.js';
import type { Input } from './definition.js';
import { RawAnswer } from './raw-answer.js';

/** The most characters that are kept, questions included. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

interface KeptAnswer {
  readonly version: AccountVersion;
  readonly json: string;
}

/**
 * Answers what only reads an account. An answer is kept, written as JSON, until something in its account changes:
 * every change makes a new revision, which a request reads on its way anyway, so that no process has to hear of
 * what others do. What depends on the account's time is not kept, nor what is no JSON.
 */
export class KeptAnswers {
  private readonly kept = new LRUCache<string, KeptAnswer>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ json }, question) => json.length + question.length,
  });

  constructor(private readonly accounts: AccountService) {}

  /** As `answer` would, without asking it where that is known. */
  async read(request: FastifyRequest, input: Input, answer: (scope: AccountScope) => unknown): Promise<unknown> {
    const { accountId, caller } = request;
    const question = questionOf(request, input);
    if (question === undefined) return answer(await this.accounts.open(accountId, caller));
    const kept = this.kept.get(question);
    if (kept !== undefined && this.holds(kept, request)) return written(kept.json);

    const scope = await this.accounts.open(accountId, caller);
    const watch = watchTime(scope);
    const value = await answer(watch.scope);
    if (watch.isTimed() || value === undefined || value instanceof RawAnswer) return value;
    const { createdAt, revision } = scope.account;
    const json = JSON.stringify(value);
    this.kept.set(question, { version: { createdAt, revision }, json });
    return written(json);
  }

  /** A fault may have held a request up, so that what it read on its way is old. */
  private holds({ version }: KeptAnswer, { traffic, fault }: FastifyRequest): boolean {
    return traffic !== undefined && fault === null && this.accounts.isStill(traffic, version);
  }
}

const written = (json: string): RawAnswer => new RawAnswer({ contentType: 'application/json; charset=utf-8', body: json });

/** Everything that an answer depends on beside the account; undefined where what is asked for may do more than read. */
function questionOf({ method, accountId, caller, routeOptions }: FastifyRequest, input: Input): string | undefined {
  if (method !== 'GET') return undefined;
  return JSON.stringify([routeOptions.config.operationId, accountId, caller?.apiKeyId, input]);
}

/** The same scope, which notices whether anybody asks it for the time. */
function watchTime(scope: AccountScope): { readonly scope: AccountScope; readonly isTimed: () => boolean } {
  let timed = false;
  const watched: AccountScope = {
    ...scope,
    get now() {
      timed = true;
      return scope.now;
    },
  };
  return { scope: watched, isTimed: () => timed };
}
