import fastifyPlugin from 'fastify-plugin';
import type { Clock } from '../core/clock.js';
import { RequestWindow } from '../core/request-window.js';
import type { AccountService } from '../domains/accounts/service.js';
import { IksError } from '../errors/iks-error.js';

interface RateLimitOptions {
  readonly accounts: AccountService;
  readonly clock: Clock;
}

/** R106: the length of the window in which requests are counted. */
const WINDOW_SECONDS = 10;

/**
 * Refuses what an account asks beyond its quota of requests within ten seconds of real time (R106). Accounts have
 * none unless it is set. Each process counts what it serves itself, per account and not per source address, so
 * that tests on one machine do not disturb each other. What is refused unread does not count.
 */
export const rateLimit = fastifyPlugin<RateLimitOptions>(
  (app, { accounts, clock }, done) => {
    const requests = new RequestWindow(WINDOW_SECONDS * 1_000);
    app.addHook('preHandler', async (request, reply) => {
      if (request.routeOptions.config.access !== 'account') return;
      const now = clock.now();
      const { count, endsAt } = requests.count(request.accountId, now);
      request.traffic ??= await accounts.trafficOf(request.accountId);
      const quota = request.traffic?.requestQuota ?? Infinity;
      if (count <= quota) return;
      reply.header('Retry-After', Math.ceil((endsAt.getTime() - now.getTime()) / 1_000));
      throw IksError.of('tooManyRequests', quota, WINDOW_SECONDS);
    });
    done();
  },
  { name: 'rate limit', fastify: '5.x', dependencies: ['authentication'] },
);
