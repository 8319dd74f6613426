import { IksError } from '../../errors/iks-error.js';
import type { AccountTransaction } from '../accounts/scope.js';
import type { PatchWorkerPoolRequest } from './request-schemas.js';
import { rebalanceWorkerPool, resizeWorkerPool } from './resize.js';
import type { PoolName } from './service.js';
import { setLabels } from './settings.js';

/**
 * The one call of v1 for three changes of a pool: `state` says which (R187).
 * @throws IksError as the change that is meant, missingFields for a resize without size
 */
export function patchWorkerPool(scope: AccountTransaction, name: PoolName, request: PatchWorkerPoolRequest): Promise<void> {
  switch (request.state) {
    case 'resizing':
      if (request.sizePerZone === undefined) throw IksError.of('missingFields', 'sizePerZone');
      return resizeWorkerPool(scope, name, request.sizePerZone);
    case 'labels':
      return setLabels(scope, name, request.labels ?? {});
    case 'rebalancing':
      return rebalanceWorkerPool(scope, name);
  }
}
