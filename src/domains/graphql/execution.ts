import { buildSchema, type DocumentNode, execute, GraphQLError, parse, validate } from 'graphql';
import { IksError } from '../../errors/iks-error.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { PARSE_FAILED, VALIDATION_FAILED } from './errors.js';
import { resolvers } from './resolvers.js';
import type { GraphqlAnswer, GraphqlRequest } from './schemas.js';
import { typeDefinitions } from './type-definitions.js';
import { toAnswer } from './wire.js';

/** Many times what an introspection query has; more would only keep the parser and the validation busy. */
const MOST_TOKENS = 5_000;

const schema = buildSchema(typeDefinitions);

/**
 * Parses, validates and executes a document as the GraphQL specification says. Mutations go one after another,
 * and those before one that is refused stay done.
 */
export async function carryOut(scope: AccountTransaction, { query, variables, operationName }: GraphqlRequest): Promise<GraphqlAnswer> {
  const document = read(query);
  if (document instanceof GraphQLError) return toAnswer({ errors: [document] }, PARSE_FAILED);
  const errors = validate(schema, document);
  if (errors.length > 0) return toAnswer({ errors }, VALIDATION_FAILED);
  const result = await execute({
    schema,
    document,
    rootValue: resolvers,
    contextValue: scope,
    variableValues: variables ?? {},
    ...(operationName !== undefined && { operationName }),
  });
  throwFailures(result.errors ?? []);
  return toAnswer(result, VALIDATION_FAILED);
}

function read(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** What is neither a refusal nor the caller's mistake must undo the transaction, as in every other operation. */
function throwFailures(errors: readonly GraphQLError[]): void {
  for (const { originalError } of errors) {
    if (originalError !== undefined && !(originalError instanceof IksError) && !(originalError instanceof GraphQLError)) throw originalError;
  }
}
