import { IksError, refuseRequest } from '../../errors/iks-error.js';
import { requireRole } from '../accounts/caller.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { findCluster } from '../clusters/service.js';
import { operateWorker } from '../workers/change.js';
import { findWorker } from '../workers/service.js';

interface ReinitializeArguments {
  readonly input?: { readonly id: string; readonly bypassUnhealthyControlPlane?: boolean | null } | null;
}

/** What the fields of the root types do. */
export const resolvers = {
  reinitializeKubernetesNode,
  addVirtualNetworkInterfaceToBareMetalNode: notBuilt('addVirtualNetworkInterfaceToBareMetalNode'),
  removeVirtualNetworkInterfaceFromNode: notBuilt('removeVirtualNetworkInterfaceFromNode'),
  node: notBuilt('node'),
};

/**
 * Reloads a worker, named by its id alone (A20, R206, R208). The role is looked at here, since queries need less.
 * @throws IksError notAuthorized (R300), missingFields, invalidRequest, workerNotFound, masterNotDeployed, actionNotAllowed
 */
async function reinitializeKubernetesNode({ input }: ReinitializeArguments, scope: AccountTransaction): Promise<unknown> {
  requireRole(scope.caller, 'operator');
  if (input === undefined || input === null) throw IksError.of('missingFields', 'input');
  // Postgres has no such text; elsewhere the checks of request bodies refuse it.
  if (input.id.includes('\0')) refuseRequest('input.id must not contain the character NUL');
  const { id, clusterId } = await findWorker(scope, input.id);
  const force = input.bypassUnhealthyControlPlane ?? false;
  await operateWorker(scope, { cluster: clusterId, worker: id, region: undefined }, 'reload', force);
  return { node: { __typename: 'ClassicKubernetesNode', id, region: () => findRegion(scope, clusterId) } };
}

async function findRegion(scope: AccountTransaction, clusterId: string): Promise<{ id: string; name: string }> {
  const { region } = await findCluster(scope, clusterId, undefined);
  return { id: region, name: region };
}

/** Virtual network interfaces, and looking up what they can be attached to, belong to VPC clusters. */
function notBuilt(field: string): () => never {
  return () => {
    throw IksError.of('notBuilt', field);
  };
}
