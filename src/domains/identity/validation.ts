import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { describeIssue } from '../../operations/describe-issue.js';
import { readLoosely } from '../../operations/read-loosely.js';
import { IamError } from './errors.js';

/** Checks a form against its Zod schema and refuses it in IAM's words: the first property at fault. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema }) => (data: unknown) => {
  const result = schema.safeParse(readLoosely(schema, data ?? {}), { reportInput: true });
  return result.success ? { value: result.data } : { error: refuse(result.error.issues) };
};

function refuse([issue]: readonly z.core.$ZodIssue[]): IamError {
  if (issue === undefined) return IamError.ofStatus(400, 'The form is not valid.');
  const property = issue.path.map(String).join('.');
  return issue.input === undefined
    ? IamError.of('propertyMissing', property)
    : IamError.of('propertyInvalid', property, describeIssue(issue, 'the form'));
}
