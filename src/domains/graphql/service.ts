import type { AccountTransaction } from '../accounts/scope.js';
import type { GraphqlAnswer, GraphqlRequest } from './schemas.js';

/**
 * Carries out a GraphQL document on the account. Refusals are part of the answer; what is thrown is a failure.
 * What executes it is loaded at the first call, since most emulators never get one and all start faster without.
 */
export async function answerGraphql(scope: AccountTransaction, request: GraphqlRequest): Promise<GraphqlAnswer> {
  const { carryOut } = await import('./execution.js');
  return carryOut(scope, request);
}
