import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { AccountScope, AccountTransaction } from '../domains/accounts/scope.js';
import type { AccountService } from '../domains/accounts/service.js';
import { roleOf } from './access.js';
import { callerOf } from './caller.js';
import { type OperationId, operations } from './catalogue.js';
import { type Definition, type Input, type Place, registerOperation } from './definition.js';
import type { CallHeaders } from './headers.js';
import type { KeptAnswers } from './kept-answers.js';

type Headers = typeof CallHeaders;
type Answer<A extends z.ZodType> = z.input<A> | Promise<z.input<A>>;

/** How a domain's routes file registers its operations: one call each, named by the operation's id. */
export interface OperationRouter {
  /** For what the catalogue knows: the same for every account, and open to everybody unless it needs a role. */
  readonly lookUp: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, H extends Headers = Headers>(
    id: OperationId,
    definition: Definition<P, Q, B, A, H>,
    answer: (input: Input<P, Q, B, H>) => Answer<A>,
  ) => void;

  /** For reading one account, everything due applied. */
  readonly read: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, H extends Headers = Headers>(
    id: OperationId,
    definition: Definition<P, Q, B, A, H>,
    answer: (scope: AccountScope, input: Input<P, Q, B, H>) => Answer<A>,
  ) => void;

  /** For changing one account, in one transaction that holds its lock. */
  readonly change: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, H extends Headers = Headers>(
    id: OperationId,
    definition: Definition<P, Q, B, A, H>,
    answer: (scope: AccountTransaction, input: Input<P, Q, B, H>) => Promise<z.input<A>>,
  ) => void;
}

export type Routes = (router: OperationRouter) => void;

/** What the routes of accounts work on. */
export interface AccountAccess {
  readonly accounts: AccountService;
  readonly answers: KeptAnswers;
}

/** Registers the operations of all domains. */
export function registerDomains(app: FastifyInstance, { accounts, answers }: AccountAccess, domains: readonly Routes[]): void {
  const placeOf = (id: OperationId, access: Place['access']): Place => {
    const { method, path, status, group } = operations[id];
    return { method, path, status, operationId: id, tag: group, access, role: roleOf[id] };
  };

  const router: OperationRouter = {
    lookUp(id, definition, answer) {
      // Who needs a role must be somebody.
      registerOperation(app, placeOf(id, roleOf[id] === 'none' ? 'anyone' : 'account'), definition, async (_, input) => answer(input));
    },
    read(id, definition, answer) {
      registerOperation(app, placeOf(id, 'account'), definition, (request, input) =>
        answers.read(request, (scope) => answer(scope, input)),
      );
    },
    change(id, definition, answer) {
      registerOperation(app, placeOf(id, 'account'), definition, (request, input) =>
        accounts.change(callerOf(request), (scope) => answer(scope, input as never)),
      );
    },
  };

  for (const register of domains) register(router);
}
