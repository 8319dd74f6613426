import { performance } from 'node:perf_hooks';

export function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** Milliseconds that the work takes. */
export async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** The results of doing something so many times, one after the other. */
export async function repeat(count, work) {
  const results = [];
  for (let index = 0; index < count; index += 1) results.push(await work(index));
  return results;
}
