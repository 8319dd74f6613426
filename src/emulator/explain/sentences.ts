import type { Explanation } from './service.js';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** A length of time in its two largest units, such as `4 min 45 s`. */
function printSpan(milliseconds: number): string {
  let rest = milliseconds;
  const parts = UNITS.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${unit}`];
  });
  return parts.length === 0 ? 'less than a second' : parts.slice(0, 2).join(' ');
}

/** The explanation in plain words, on one line. */
export function summarise(explanation: Explanation): string {
  const { kind, id, name, state, since, means, rule, verdicts } = explanation;
  const possible = verdicts.filter(({ outcome }) => outcome === 'done').map(({ action }) => action);
  const actions = verdicts.length === 0 ? '' : ` Possible now: ${possible.length === 0 ? 'nothing' : possible.join(', ')}.`;
  return `The ${kind} ${name ?? id} is ${state} since ${since.toISOString()}: it ${means} (${rule}). ${whatComes(explanation)}${actions}`;
}

function whatComes({ now, nextStep, waitsFor }: Explanation): string {
  if (nextStep !== null) {
    const { state, at } = nextStep;
    const comes = `It becomes ${state} at ${at.toISOString()}, in ${printSpan(at.getTime() - now.getTime())}.`;
    return waitsFor === null ? comes : `${comes} It waits for ${waitsFor}.`;
  }
  return waitsFor === null ? 'Nothing more happens to it by itself.' : `It waits for ${waitsFor}.`;
}
