import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { AccountScope } from '../domains/accounts/scope.js';
import type { AccountService } from '../domains/accounts/service.js';
import type { AccountVersion } from '../domains/accounts/traffic.js';
import { callerOf } from './caller.js';
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

  /** What is known of the answer to a request that nothing else has to look at; undefined where that is nothing. */
  recall(request: FastifyRequest): RawAnswer | undefined {
    const { traffic, method } = request;
    if (method !== 'GET' || traffic === undefined || traffic.hasFaults || traffic.requestQuota !== null) return undefined;
    const kept = this.kept.get(questionOf(request));
    return kept !== undefined && this.accounts.isStill(traffic, kept.version) ? written(kept.json) : undefined;
  }

  /** As `answer` would, and keeps what it answers. */
  async read(request: FastifyRequest, answer: (scope: AccountScope) => unknown): Promise<unknown> {
    const scope = await this.accounts.open(callerOf(request));
    if (request.method !== 'GET') return answer(scope);
    const watch = watchTime(scope);
    const value = await answer(watch.scope);
    if (watch.isTimed() || value === undefined || value instanceof RawAnswer) return value;
    const { createdAt, revision } = scope.account;
    const json = JSON.stringify(value);
    this.kept.set(questionOf(request), { version: { createdAt, revision }, json });
    return written(json);
  }
}

const written = (json: string): RawAnswer => new RawAnswer({ contentType: 'application/json; charset=utf-8', body: json });

/** Everything of a request that its answer may depend on, beside the account. */
function questionOf({ accountId, caller, protocol, host, url, headers, routeOptions: { config } }: FastifyRequest): string {
  const read = (config.headers ?? []).map((name) => headers[name]?.toString() ?? '');
  return [accountId, caller?.apiKeyId, protocol, host, ...read, url].join('\n');
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
