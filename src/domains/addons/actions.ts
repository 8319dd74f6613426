import type { Cluster, ClusterAddon } from '../../generated/prisma/client.js';
import { requireAllowed } from '../../lifecycle/require-allowed.js';
import { requireAction } from '../clusters/actions.js';
import { type AddonAction, addonLifecycle } from './lifecycle.js';

/**
 * Add-ons need the API server of their cluster.
 * @throws IksError masterNotDeployed, actionNotAllowed
 */
export const requireAddonHost = (cluster: Pick<Cluster, 'state'>): void => requireAction(cluster, 'use API server', 'A change of add-ons');

/** @throws IksError actionNotAllowed */
export function requireAddonAction({ name, state }: Pick<ClusterAddon, 'name' | 'state'>, action: AddonAction): void {
  requireAllowed(addonLifecycle, state, action, `To ${action} the add-on ${name}`);
}
