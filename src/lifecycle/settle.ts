import { channel } from 'node:diagnostics_channel';
import { chunksOf } from '../core/chunks-of.js';
import { arriveIn, type Lifecycle, type Settling, type Transition } from '../core/lifecycle.js';
import type { UnsettledTransaction } from '../domains/accounts/scope.js';
import { listFaults } from '../domains/faults/service.js';
import { ARRIVE_AT_ONCE, type Arrival, arrivals } from './arrivals.js';
import { divert } from './diversions.js';
import { byTurn } from './order.js';
import { lifecycleTables } from './registry.js';
import { type DueGroup, findDueGroups, moveGroup } from './repository.js';

/** The diagnostics channel that tells of every {@link Settling}. */
export const SETTLINGS = 'iks-emulator:settlings';

const settlings = channel(SETTLINGS);

/** For whoever has committed it: what is rolled back has not happened. */
export const tellSettling = (settling: Settling): void => settlings.publish(settling);

/**
 * Applies every transition of the account that is due at `until`, in time order, each as if it had happened
 * at its own moment. Nothing else changes a state behind a caller's back, so neither a restart nor a second
 * process nor a long pause makes a difference.
 */
export async function settle(scope: UnsettledTransaction, until: Date): Promise<Transition[]> {
  const startedAt = performance.now();
  const transitions: Transition[] = [];
  const faults = await listFaults(scope);
  for (;;) {
    const [group] = (await findDueGroups(scope, until)).sort(byTurn);
    if (group === undefined) {
      scope.settlings.push({ seconds: (performance.now() - startedAt) / 1_000, transitions });
      return transitions;
    }
    transitions.push(...(await divert(scope, faults, group)));
    await move(scope, group, transitions);
  }
}

/** Moves those of a group that nothing diverted, with all that their arrival sets off, and adds that to `settled`. */
async function move(scope: UnsettledTransaction, group: DueGroup, settled: Transition[]): Promise<void> {
  const { kind, from, to, at } = group;
  const lifecycle: Lifecycle<string, string> = lifecycleTables[kind].lifecycle;
  const ids = await moveGroup(scope, group, arriveIn(lifecycle, to, at, scope.account.speed));
  if (ids.length === 0) return;
  settled.push(...ids.map((id) => ({ at, kind, id, from, to })));
  const arrival = (arrivals[kind] as Partial<Record<string, Arrival>>)[to];
  if (arrival === undefined) return;
  for (const some of chunksOf(ids, ARRIVE_AT_ONCE)) await arrival({ ...scope, now: at, settled }, some);
}
