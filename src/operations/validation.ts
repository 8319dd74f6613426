import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { IksError } from '../errors/iks-error.js';
import { describeIssue, isMissing } from './describe-issue.js';
import { readLoosely } from './read-loosely.js';
import { findUnusableTexts } from './texts.js';
import { printProblems, rememberSource, sourceOf } from './yaml-source.js';

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
    const source = sourceOf(data);
    if (source !== undefined) {
      const checked = source.check(schema);
      if ('problems' in checked) return { error: IksError.of('invalidRequest', printProblems(checked.problems)) };
      return { value: rememberSource(checked.value, source) };
    }
    const given = readLoosely(schema, data ?? {});
    const result = schema.safeParse(given, { reportInput: true });
    if (!result.success) return { error: refuse(result.error.issues, where) };
    const problems = findUnusableTexts(schema, given);
    return problems.length === 0 ? { value: result.data } : { error: IksError.of('invalidRequest', problems.join('; ')) };
  };
};

function refuse(issues: readonly z.core.$ZodIssue[], where: string): IksError {
  const missing = issues.filter(isMissing).map((issue) => issue.path.join('.'));
  if (missing.length === issues.length) return IksError.of('missingFields', missing.join(', '));
  // Of several issues of one field the last is the strictest: first the kind of number, then its own limits.
  const ofFields = new Map(issues.map((issue) => [issue.path.join('.'), describeIssue(issue, where)]));
  return IksError.of('invalidRequest', [...ofFields.values()].join('; '));
}
