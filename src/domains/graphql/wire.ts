import type { ExecutionResult, GraphQLError } from 'graphql';
import { IksError } from '../../errors/iks-error.js';
import { codeOf } from './errors.js';
import type { GraphqlAnswer } from './schemas.js';

/** The answer to a document. `code` is that of its errors that are about the document and no refusal. */
export const toAnswer = ({ data, errors }: ExecutionResult, code: string): GraphqlAnswer => ({
  ...(errors !== undefined && { errors: errors.map((error) => toError(error, code)) }),
  ...(data !== undefined && { data }),
});

function toError({ message, locations, path, originalError }: GraphQLError, code: string): NonNullable<GraphqlAnswer['errors']>[number] {
  return {
    message,
    ...(locations !== undefined && { locations: [...locations] }),
    ...(path !== undefined && { path: [...path] }),
    extensions: { code: originalError instanceof IksError ? codeOf(originalError) : code },
  };
}
