import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { NeededRole } from '../core/platform-roles.js';
import type { AccountScope, AccountTransaction } from '../domains/accounts/scope.js';
import { type AccountAccess, registerChange, registerRead } from './account-operations.js';
import type { Definition, Input, Place } from './definition.js';

/** An operation of a service beside the container API: its method, its path, the status of its good answer and the role it needs. */
export type PlatformPlace = readonly [method: Place['method'], path: string, status: Place['status'], role: NeededRole];

type Answer<A extends z.ZodType> = Promise<z.input<A> | undefined>;

/** How a service of the platform registers its operations, which no catalogue lists. */
export class PlatformRouter {
  constructor(
    private readonly app: FastifyInstance,
    private readonly access: AccountAccess,
    /** The service's name in the documentation. */
    private readonly tag: string,
  ) {}

  /** For reading the caller's account, everything due applied. */
  read<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operationId: string,
    place: PlatformPlace,
    definition: Definition<P, Q, B, A>,
    answer: (scope: AccountScope, input: Input<P, Q, B>) => Answer<A>,
  ): void {
    registerRead(this.app, this.access, this.placeOf(operationId, place), definition, answer);
  }

  /** For changing the caller's account, in one transaction that holds its lock. */
  change<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    operationId: string,
    place: PlatformPlace,
    definition: Definition<P, Q, B, A>,
    answer: (scope: AccountTransaction, input: Input<P, Q, B>) => Answer<A>,
  ): void {
    registerChange(this.app, this.access, this.placeOf(operationId, place), definition, answer);
  }

  private placeOf(operationId: string, [method, path, status, role]: PlatformPlace): Place {
    return { method, path, status, operationId, tag: this.tag, access: 'account', role };
  }
}

export type PlatformRoutes = (router: PlatformRouter) => void;
