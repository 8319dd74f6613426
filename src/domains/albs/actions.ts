import type { Alb, Cluster } from '../../generated/prisma/client.js';
import { requireAllowed } from '../../lifecycle/require-allowed.js';
import { requireNetworkChange } from '../networking/actions.js';
import { type AlbAction, albLifecycle } from './lifecycle.js';

const WHAT: Readonly<Record<AlbAction, string>> = { enable: 'Enabling an ALB', disable: 'Disabling an ALB', 'change build': 'Updating ALBs' };

/**
 * Refuses what the states of an ALB and its cluster do not allow. An update is for all ALBs of a cluster, and leaves
 * out those that it is not possible for.
 * @throws IksError masterNotDeployed, actionNotAllowed, and invalidRequest in a free cluster
 */
export function requireAlbAction(cluster: Pick<Cluster, 'state' | 'free'>, { state }: Pick<Alb, 'state'>, action: AlbAction): void {
  requireNetworkChange(cluster, WHAT[action]);
  if (action !== 'change build') requireAllowed(albLifecycle, state, action, WHAT[action]);
}
