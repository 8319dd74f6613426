import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { IksError } from '../errors/iks-error.js';
import { describeIssue, isMissing } from './describe-issue.js';
import { readLoosely } from './read-loosely.js';

const parts: Readonly<Record<string, string>> = {
  body: 'the request body',
  querystring: 'the query',
  params: 'the path',
  headers: 'the headers',
};

/** Checks a part of a request against its Zod schema, read as loosely as real callers speak. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const where = parts[httpPart ?? 'body'] ?? 'the request';
  return (data: unknown) => {
    const result = schema.safeParse(readLoosely(schema, data ?? {}), { reportInput: true });
    return result.success ? { value: result.data } : { error: refuse(result.error.issues, where) };
  };
};

function refuse(issues: readonly z.core.$ZodIssue[], where: string): IksError {
  const missing = issues.filter(isMissing).map((issue) => issue.path.join('.'));
  if (missing.length === issues.length) return IksError.of('missingFields', missing.join(', '));
  return IksError.of('invalidRequest', issues.map((issue) => describeIssue(issue, where)).join('; '));
}
