import { channel } from 'node:diagnostics_channel';
import { chunksOf } from '../core/chunks-of.js';
import { arriveIn, type Lifecycle, type Transition } from '../core/lifecycle.js';
import type { AccountTransaction } from '../domains/accounts/scope.js';
import { listFaults } from '../domains/faults/service.js';
import { type Arrival, arrivals } from './arrivals.js';
import { divert } from './diversions.js';
import { byTurn } from './order.js';
import { lifecycleTables } from './registry.js';
import { type DueGroup, findDueGroups, moveGroup } from './repository.js';

/** One run of {@link settle}, of whichever account: what the diagnostics channel {@link SETTLINGS} tells of. */
export interface Settling {
  readonly seconds: number;
  readonly transitions: readonly Transition[];
}

export const SETTLINGS = 'iks-emulator:settlings';

const settlings = channel(SETTLINGS);

/** So many of a group arrive together: a statement that names each of them takes no more than some thousands. */
const ARRIVE_AT_ONCE = 1_000;

/**
 * Applies every transition of the account that is due at `until`, in time order, each as if it had happened
 * at its own moment. Nothing else changes a state behind a caller's back, so neither a restart nor a second
 * process nor a long pause makes a difference.
 */
export async function settle(scope: Omit<AccountTransaction, 'settled'>, until: Date): Promise<Transition[]> {
  const startedAt = performance.now();
  const transitions: Transition[] = [];
  const faults = await listFaults(scope);
  for (;;) {
    const [group] = (await findDueGroups(scope, until)).sort(byTurn);
    if (group === undefined) {
      settlings.publish({ seconds: (performance.now() - startedAt) / 1_000, transitions } satisfies Settling);
      return transitions;
    }
    transitions.push(...(await divert(scope, faults, group)));
    await move(scope, group, transitions);
  }
}

/** Moves those of a group that nothing diverted, with all that their arrival sets off, and adds that to `settled`. */
async function move(scope: Omit<AccountTransaction, 'settled'>, group: DueGroup, settled: Transition[]): Promise<void> {
  const { kind, from, to, at } = group;
  const lifecycle: Lifecycle<string, string> = lifecycleTables[kind].lifecycle;
  const ids = await moveGroup(scope, group, arriveIn(lifecycle, to, at, scope.account.speed));
  if (ids.length === 0) return;
  settled.push(...ids.map((id) => ({ at, kind, id, from, to })));
  const arrival = (arrivals[kind] as Partial<Record<string, Arrival>>)[to];
  if (arrival === undefined) return;
  for (const some of chunksOf(ids, ARRIVE_AT_ONCE)) await arrival({ ...scope, now: at, settled }, some);
}
