import type { OperationId } from '../operations/catalogue.js';
import { type Decision, partly } from './rule.js';

/** Of operations that are served, those that leave something out. */
export const decisions: Partial<Record<OperationId, Decision>> = {
  createCluster: partly('Gateway clusters are refused.'),
  graphql: partly('The reload of a worker and introspection work; what belongs to VPC answers X0501, and Satellite is not in the schema.'),
};
