import type { AccountTransaction } from '../accounts/scope.js';
import * as repository from './repository.js';

/** R293: an API server that has been started, anew or for the first time, sends its audit events where it was told last. */
export const applyAuditWebhooks = (scope: AccountTransaction, clusterIds: readonly string[]): Promise<void> =>
  repository.applyAuditWebhooks(scope, clusterIds);
