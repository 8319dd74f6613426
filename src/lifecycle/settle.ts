import { arriveIn, type Lifecycle, type Transition } from '../core/lifecycle.js';
import type { AccountTransaction } from '../domains/accounts/scope.js';
import { type Arrival, arrivals } from './arrivals.js';
import { byTurn } from './order.js';
import { lifecycleTables } from './registry.js';
import { findDueGroups, moveGroup } from './repository.js';

/**
 * Applies every transition of the account that is due at `until`, in time order, each as if it had happened
 * at its own moment. Nothing else changes a state behind a caller's back, so neither a restart nor a second
 * process nor a long pause makes a difference.
 */
export async function settle(scope: Omit<AccountTransaction, 'settled'>, until: Date): Promise<Transition[]> {
  const transitions: Transition[] = [];
  for (;;) {
    const [group] = (await findDueGroups(scope, until)).sort(byTurn);
    if (group === undefined) return transitions;
    const { kind, from, to, at } = group;
    const lifecycle: Lifecycle<string, string> = lifecycleTables[kind].lifecycle;
    const ids = await moveGroup(scope, group, arriveIn(lifecycle, to, at, scope.account.speed));
    transitions.push(...ids.map((id) => ({ at, kind, id, from, to })));
    const arrival = (arrivals[kind] as Partial<Record<string, Arrival>>)[to];
    await arrival?.({ ...scope, now: at, settled: transitions }, ids);
  }
}
