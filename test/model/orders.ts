import type { Call } from './calls/call.js';
import { requestFaults } from './calls/faults.js';
import type { Outcome } from './client.js';
import type { World } from './world.js';

/** A call that was made at the same time as others, and what came of it. */
export interface Happening {
  readonly name: string;
  readonly call: Call;
  readonly outcome: Outcome;
}

/** The order of calls that explains all that came of them, or how near the nearest came to it. */
export type Explanation = { readonly world: World } | { readonly problems: readonly string[] };

/**
 * Looks for an order in which the calls, one after the other, would have led to their outcomes and to the account as it
 * is now: calls at the same time must do what they would do in some order, each wholly or, where its connection was lost,
 * not at all. `compare` tells in which points a world is not the account's.
 */
export function explain(
  world: World,
  happenings: readonly Happening[],
  crashed: boolean,
  compare: (world: World) => readonly string[],
): Explanation {
  const fates = happenings.map(({ outcome }) => fatesOf(outcome, world.fault?.type, crashed));
  let nearest: readonly string[] = [];
  let isReached = false;
  const search = (current: World, left: readonly number[]): World | undefined => {
    if (left.length === 0) {
      const problems = compare(current);
      if (problems.length === 0) return current;
      if (!isReached || problems.length < nearest.length) nearest = problems;
      isReached = true;
      return undefined;
    }
    for (const index of left) {
      const happening = happenings[index];
      for (const fate of fates[index] ?? []) {
        const next = structuredClone(current);
        const surprise = happening === undefined || fate === 'skipped' ? [] : surpriseOf(happening, next);
        if (surprise.length > 0) {
          // Nothing that comes later can explain it.
          if (nearest.length === 0) nearest = surprise;
          continue;
        }
        const found = search(next, left.filter((one) => one !== index));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  const found = search(world, happenings.map((_, index) => index));
  return found === undefined ? { problems: nearest } : { world: found };
}

/** Whether a call with the outcome took effect: yes unless a fault struck it, and perhaps if its connection was lost. */
function fatesOf(outcome: Outcome, fault: string | undefined, crashed: boolean): readonly ('done' | 'skipped')[] {
  if (outcome === 'struck') return ['skipped'];
  if (outcome !== 'lost') return ['done'];
  if (crashed) return ['done', 'skipped'];
  return requestFaults[fault ?? '']?.isDone === true ? ['done'] : ['skipped'];
}

function surpriseOf({ name, call, outcome }: Happening, world: World): string[] {
  const expected = call.predict(world);
  if (expected === undefined || outcome === 'lost' || expected === outcome) return [];
  return [`${name} answered ${outcome}, expected ${expected}`];
}
