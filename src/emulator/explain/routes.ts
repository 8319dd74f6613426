import type { ControlRouter } from '../control-router.js';
import { ExplainQuery, Explanation } from './schemas.js';
import { explain } from './service.js';
import { toExplanation } from './wire.js';

/** Why a resource is in the state that it is in. */
export function explainRoutes(router: ControlRouter): void {
  router.open(
    'explainResource',
    ['GET', '/accounts/{account}/explain', 200],
    {
      summary: 'Say why a resource is in its state, what comes next, and what each action would answer now',
      description:
        'For everything with a lifecycle. Rules are named as in the lifecycle tables. Whether an address is free or a version fits is looked at only when the call comes.',
      query: ExplainQuery,
      answer: Explanation,
      errors: ['resourceNotFound'],
    },
    async (scope, { query }) => toExplanation(await explain(scope, query.resource)),
  );
}
