import { waitIn } from '../../core/lifecycle.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { returnAlbAddress } from '../networking/addresses/service.js';
import { findCluster } from '../clusters/service.js';
import { requireAlbAction } from './actions.js';
import * as repository from './repository.js';
import { findAlb } from './service.js';

/**
 * Disables an ALB; its address is free for others at once (R237). With `disableDeployment` its pods are not
 * looked after any more either.
 * @throws IksError albNotFound, and as {@link requireAlbAction}
 */
export async function disableAlb(scope: AccountTransaction, albId: string, disableDeployment: boolean | undefined): Promise<void> {
  const alb = await findAlb(scope, albId);
  requireAlbAction(await findCluster(scope, alb.clusterId, undefined), alb, 'disable');
  await repository.updateAlb(scope, albId, { disableDeployment: disableDeployment ?? alb.disableDeployment });
  if (!alb.enabled) return;
  await returnAlbAddress(scope, albId);
  await repository.updateAlb(scope, albId, { enabled: false, ...waitIn('disabled', scope.now) });
}
