import { durations } from '../core/durations.js';
import type { Lifecycle } from '../core/lifecycle.js';
import { lifecycleTables } from './registry.js';
import type { DueGroup } from './repository.js';

const ranks = Object.keys(lifecycleTables);

/**
 * Which transition comes first: the earlier one. Of those due at the same moment, as all are at `instant`,
 * the one whose step is shorter in the real service, so that the order is that of real speed. One that is no step of
 * its table, such as the end of a reboot, counts as the shortest.
 */
export const byTurn = (a: DueGroup, b: DueGroup): number =>
  a.at.getTime() - b.at.getTime() || realSeconds(a) - realSeconds(b) || rank(a) - rank(b);

function realSeconds({ kind, from }: DueGroup): number {
  const lifecycle: Lifecycle<string, string> = lifecycleTables[kind].lifecycle;
  const step = lifecycle[from]?.step;
  return step === undefined ? 0 : durations[step.after].seconds;
}

const rank = ({ kind }: DueGroup): number => ranks.indexOf(kind);
