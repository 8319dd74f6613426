import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { AccountScope, AccountTransaction } from '../domains/accounts/scope.js';
import { type AccountAccess, registerChange, registerRead } from './account-operations.js';
import { type OperationId, operations } from './catalogue.js';
import { type Definition, type Input, type Place, registerOperation } from './definition.js';
import type { CallHeaders } from './headers.js';
import { roleOf } from './roles.js';

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

/** Registers the operations of all domains. */
export function registerDomains(app: FastifyInstance, accountAccess: AccountAccess, domains: readonly Routes[]): void {
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
      registerRead(app, accountAccess, placeOf(id, 'account'), definition, answer);
    },
    change(id, definition, answer) {
      registerChange(app, accountAccess, placeOf(id, 'account'), definition, answer);
    },
  };

  for (const register of domains) register(router);
}
