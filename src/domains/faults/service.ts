import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import * as repository from './repository.js';
import { concerns, isOver, type KnownFault, strikes, type Subject } from './rules.js';

/** Every fault of the account, the oldest first, over or not. */
export const listFaults = (scope: AccountScope): Promise<KnownFault[]> => repository.findFaults(scope);

/** Undefined when the account has no fault with the id. */
export const findFault = async (scope: AccountScope, id: string): Promise<KnownFault | undefined> => (await repository.findFaults(scope, id))[0];

export const insertFault = repository.insertFault;
export const deleteFault = repository.deleteFault;

/** The faults whose time is not over at `scope.now`, the oldest first. */
export const findCurrentFaults = async (scope: AccountScope): Promise<KnownFault[]> =>
  (await repository.findFaults(scope)).filter((fault) => !isOver(fault, scope.now));

/**
 * Counts one more match of the fault, and tells whether it strikes that one. Two matches at the same moment, in this
 * process or another, never get the same number.
 */
async function strikesNext(scope: AccountScope, { id, occasion }: KnownFault, resourceId?: string): Promise<boolean> {
  const number = await repository.countMatch(scope, id);
  if (number === undefined || !strikes(occasion, number)) return false;
  await repository.countStrike(scope, id, resourceId);
  return true;
}

/** The first of the faults that is about the subject and strikes it; those before it count a match. */
export async function findStriking<Found extends KnownFault>(
  scope: AccountScope,
  faults: readonly Found[],
  subject: Subject,
  resourceId?: string,
): Promise<Found | undefined> {
  for (const fault of faults.filter((candidate) => concerns(candidate, subject))) {
    if (await strikesNext(scope, fault, resourceId)) return fault;
  }
  return undefined;
}

/** Whether a fault lets a VLAN be at its limit of subnets (R54), for an order on behalf of a cluster. */
export async function isSubnetLimitReached(scope: AccountTransaction, vlan: { readonly id: string; readonly zone: string }, clusterId: string): Promise<boolean> {
  const faults = (await findCurrentFaults(scope)).filter(({ effect }) => effect.type === 'subnet-limit-reached');
  if (faults.length === 0) return false;
  const [cluster] = await repository.findClusters(scope, [clusterId]);
  const names = [vlan.id, clusterId, ...(cluster === undefined ? [] : [cluster.name])];
  return (await findStriking(scope, faults, { names, zones: [vlan.zone] }, clusterId)) !== undefined;
}
