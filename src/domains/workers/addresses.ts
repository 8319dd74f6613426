import type { AccountTransaction } from '../accounts/scope.js';
import { leaseWorkerAddresses } from '../networking/addresses/service.js';
import { findVlans } from '../networking/vlans/service.js';
import * as repository from './repository.js';

/** R33: gives each worker, once its machine has been delivered, an address on each of its VLANs where it has none yet. */
export async function giveAddresses(scope: AccountTransaction, ids: readonly string[]): Promise<void> {
  const workers = await repository.findWorkers(scope, { id: { in: [...ids] } });
  const vlanIds = workers.flatMap(({ privateVlanId, publicVlanId }) => [privateVlanId, publicVlanId]);
  for (const vlan of await findVlans(scope, vlanIds.filter((id) => id !== null))) {
    const waiting = workers.filter(
      ({ privateVlanId, publicVlanId, leases }) =>
        [privateVlanId, publicVlanId].includes(vlan.id) && !leases.some(({ side }) => side === vlan.side),
    );
    await leaseWorkerAddresses(scope, vlan, waiting.map(({ id }) => id).sort());
  }
}
