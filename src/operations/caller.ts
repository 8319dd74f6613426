import type { FastifyRequest } from 'fastify';
import type { Caller } from '../domains/accounts/caller.js';

/**
 * Who calls an operation of an account.
 * @throws Error where nobody does, which authentication lets come to no such operation
 */
export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller === undefined) throw new Error('An operation of an account was reached without a caller.');
  return caller;
}
