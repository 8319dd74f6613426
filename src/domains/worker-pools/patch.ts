import { IksError } from '../../errors/iks-error.js';
import type { AccountTransaction } from '../accounts/scope.js';
import type { PoolCall } from './pool-call.js';
import type { PatchWorkerPoolRequest } from './request-schemas.js';
import { rebalanceWorkerPool, resizeWorkerPool } from './resize.js';
import { setLabels } from './settings.js';

/**
 * The one call of v1 for three changes of a pool: `state` says which (R187).
 * @throws IksError as the change that is meant, missingFields for a resize without size
 */
export function patchWorkerPool(scope: AccountTransaction, call: PoolCall, request: PatchWorkerPoolRequest): Promise<void> {
  switch (request.state) {
    case 'resizing':
      if (request.sizePerZone === undefined) throw IksError.of('missingFields', 'sizePerZone');
      return resizeWorkerPool(scope, call, request.sizePerZone);
    case 'labels':
      return setLabels(scope, call, request.labels ?? {});
    case 'rebalancing':
      return rebalanceWorkerPool(scope, call);
  }
}
