import type { AccountScope, AccountTransaction } from '../../domains/accounts/scope.js';
import { findClassicZone } from '../../domains/catalog/zones.js';
import { fits, type KnownFault } from '../../domains/faults/rules.js';
import { deleteFault, findFault, insertFault, listFaults } from '../../domains/faults/service.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import { release, strikeAtOnce } from '../../lifecycle/diversions.js';
import type { NewFault } from './schemas.js';

/**
 * Arms a fault. A worker or master that it may strike at once is struck before this returns.
 * @param operationIds every operation that a request can be of
 * @throws IksError invalidRequest that names the field
 */
export async function armFault(scope: AccountTransaction, wish: NewFault, operationIds: ReadonlySet<string>): Promise<KnownFault> {
  requireKnownOperations(wish, operationIds);
  requireKnownZone(wish);
  const id = `fault-${scope.ids.next().toString(16).padStart(8, '0')}`;
  const { effect, operations = [], resource = null, zone = null, name = null, when: occasion = null } = wish;
  const expiresAt = expiryOf(scope, wish);
  await insertFault(scope, { id, effect, operations, resource, zone, name, occasion, createdAt: scope.now, expiresAt });
  await strikeAtOnce(scope, await getFault(scope, id));
  return getFault(scope, id);
}

/** @throws IksError faultNotFound */
export async function getFault(scope: AccountScope, id: string): Promise<KnownFault> {
  const fault = await findFault(scope, id);
  if (fault === undefined) throw IksError.of('faultNotFound', id);
  return fault;
}

/**
 * Disarms a fault and forgets it. What it held back goes on: a master comes back, a deployment ends. What it broke stays broken.
 * @throws IksError faultNotFound
 */
export async function disarmFault(scope: AccountTransaction, id: string): Promise<void> {
  const fault = await getFault(scope, id);
  await deleteFault(scope, id);
  await release(scope, fault);
}

/** Disarms every fault; answers how many there were. */
export async function disarmFaults(scope: AccountTransaction): Promise<number> {
  const faults = await listFaults(scope);
  for (const { id } of faults) await disarmFault(scope, id);
  return faults.length;
}

function expiryOf({ now }: AccountScope, { for: milliseconds, until }: NewFault): Date | null {
  if (until === undefined) return milliseconds === undefined ? null : new Date(now.getTime() + milliseconds);
  if (until <= now) refuseRequest(`until must be later than the account's time, which is ${now.toISOString()}`);
  return until;
}

function requireKnownOperations({ operations = [] }: NewFault, operationIds: ReadonlySet<string>): void {
  for (const [index, pattern] of operations.entries()) {
    if ([...operationIds].some((id) => fits(id, pattern))) continue;
    refuseRequest(`operations.${index} '${pattern}' fits no operation that an account can call; see /docs for their ids`);
  }
}

function requireKnownZone({ zone }: NewFault): void {
  if (zone !== undefined && findClassicZone(zone) === undefined) refuseRequest(`zone '${zone}' is not a classic zone; see GET /v1/zones`);
}
