import type { FastifyInstance } from 'fastify';
import type { AccountScope, AccountTransaction } from '../domains/accounts/scope.js';
import type { AccountService } from '../domains/accounts/service.js';
import { callerOf } from './caller.js';
import { type AnyDefinition, type Place, registerOperation } from './definition.js';
import type { KeptAnswers } from './kept-answers.js';

/** What the routes of accounts work on. */
export interface AccountAccess {
  readonly accounts: AccountService;
  readonly answers: KeptAnswers;
}

/** What answers from an account. The routers know the type of its input, which the definition has checked. */
type Handler<Scope, Answer> = (scope: Scope, input: never) => Answer;

/** Registers an operation that reads its caller's account, everything due applied. */
export function registerRead(
  app: FastifyInstance,
  { answers }: AccountAccess,
  place: Place,
  definition: AnyDefinition,
  answer: Handler<AccountScope, unknown>,
): void {
  registerOperation(app, place, definition, (request, input) => answers.read(request, (scope) => answer(scope, input as never)));
}

/** Registers an operation that changes its caller's account, in one transaction that holds its lock. */
export function registerChange(
  app: FastifyInstance,
  { accounts }: AccountAccess,
  place: Place,
  definition: AnyDefinition,
  answer: Handler<AccountTransaction, Promise<unknown>>,
): void {
  registerOperation(app, place, definition, (request, input) =>
    accounts.change(callerOf(request), (scope) => answer(scope, input as never)),
  );
}
