import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { ownerOf } from '../domains/accounts/caller.js';
import type { AccountScope, AccountTransaction } from '../domains/accounts/scope.js';
import type { AccountService } from '../domains/accounts/service.js';
import { IksError } from '../errors/iks-error.js';
import type { Account } from '../generated/prisma/client.js';
import type { CallHeaders } from '../operations/headers.js';
import { type AnyDefinition, type Definition, type Input, type Place, registerOperation } from '../operations/definition.js';
import type { RawAnswer } from '../operations/raw-answer.js';
import { AccountParams } from './accounts/schemas.js';

/** An operation of the control API: its method, its path below `/_emulator`, and the status of its good answer. */
export type ControlPlace = readonly [method: Place['method'], path: string, status: Place['status']];

type BelowAccount = z.ZodType<z.output<typeof AccountParams>>;
type Answer<A extends z.ZodType> = Promise<z.input<A> | undefined>;

/** How a file of the control API registers its operations; below an account, `{account}` is already found. */
export class ControlRouter {
  constructor(
    private readonly app: FastifyInstance,
    readonly accounts: AccountService,
  ) {}

  /** For what concerns no single account. */
  serve<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operationId: string,
    place: ControlPlace,
    definition: Definition<P, Q, B, A>,
    answer: (input: Input<P, Q, B>) => Answer<A>,
  ): void {
    this.register(operationId, place, definition, (input) => answer(input));
  }

  /** For reading the account in the path, everything due applied, and for what changes only what is kept beside it. */
  open<
    Q extends z.ZodType,
    B extends z.ZodType,
    A extends z.ZodType,
    P extends BelowAccount = typeof AccountParams,
    H extends z.ZodObject = typeof CallHeaders,
  >(
    operationId: string,
    place: ControlPlace,
    definition: Definition<P, Q, B, A, H>,
    answer: (scope: AccountScope, input: Input<P, Q, B, H>) => Answer<A> | Promise<RawAnswer>,
  ): void {
    this.registerBelow(operationId, place, definition, async (account, input) =>
      answer(await this.accounts.openFound(account), input as never),
    );
  }

  /** For changing the account in the path, in one transaction. */
  change<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, P extends BelowAccount = typeof AccountParams>(
    operationId: string,
    place: ControlPlace,
    definition: Definition<P, Q, B, A>,
    answer: (scope: AccountTransaction, input: Input<P, Q, B>) => Answer<A>,
  ): void {
    this.registerBelow(operationId, place, definition, ({ id }, input) => this.accounts.change(ownerOf(id), (scope) => answer(scope, input as never)));
  }

  /** For what opens the account in the path itself, when its time has come. */
  find<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType, P extends BelowAccount = typeof AccountParams>(
    operationId: string,
    place: ControlPlace,
    definition: Definition<P, Q, B, A>,
    answer: (account: Account, input: Input<P, Q, B>) => Answer<A>,
  ): void {
    this.registerBelow(operationId, place, definition, (account, input) => answer(account, input));
  }

  private registerBelow(
    operationId: string,
    place: ControlPlace,
    definition: AnyDefinition,
    answer: (account: Account, input: Input) => Promise<unknown>,
  ): void {
    const { params = AccountParams, errors = [] } = definition;
    this.register(operationId, place, { ...definition, params, errors: ['accountNotFound', ...errors] }, async (input) => {
      const { account: idOrName } = AccountParams.parse(input.params);
      try {
        return await answer(await this.accounts.resolve(idOrName), input);
      } catch (error) {
        // It was deleted between being found and being opened.
        if (error instanceof IksError && error.key === 'notAuthenticated') throw IksError.of('accountNotFound', idOrName);
        throw error;
      }
    });
  }

  private register(
    operationId: string,
    [method, path, status]: ControlPlace,
    definition: AnyDefinition,
    answer: (input: Input) => Promise<unknown>,
  ): void {
    const place: Place = { method, path: `/_emulator${path}`, status, operationId, tag: 'emulator', access: 'control' };
    registerOperation(this.app, place, definition, (_, input) => answer(input));
  }
}
