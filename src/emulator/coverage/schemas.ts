import { z } from 'zod';
import { operations } from '../../operations/catalogue.js';
import { sections } from '../../parity/rules/index.js';

const rules = new Set(Object.values(sections).flatMap((section) => Object.keys(section)));

export const CoverageQuery = z.object({
  operation: z
    .string()
    .refine((id) => Object.hasOwn(operations, id), { error: 'must be the id of an operation, such as createCluster' })
    .optional()
    .meta({ description: 'For the row of this operation alone.' }),
  rule: z
    .string()
    .refine((id) => rules.has(id), { error: 'must be the id of a rule, such as R52' })
    .optional()
    .meta({ description: 'For the row of this rule alone.' }),
});
