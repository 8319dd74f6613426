import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves after `milliseconds`, or as soon as the signal is given. */
export const wait = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, signal && { signal }).catch((error: unknown) => {
    if (signal?.aborted !== true) throw error;
  });

/** Whether `promise` settles within `milliseconds`. Leaves no timer behind. Rejects when `promise` does. */
export async function settlesWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Calls `work` once after `milliseconds`, unless what is returned is called before. Keeps no process alive. */
export function later(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds).unref();
  return () => clearTimeout(timer);
}

/** Calls `work` every `milliseconds` until what is returned is called. Keeps no process alive. */
export function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds).unref();
  return () => clearInterval(timer);
}

/** Turns of the event loop in which those who were answered just now can ask again. */
const TURNS_TO_ARRIVE = 4;

/** Calls `work` once everything was taken note of that has arrived by now, or is about to. */
export function afterArrivals(work: () => void, turns = TURNS_TO_ARRIVE): void {
  setImmediate(turns === 1 ? work : () => afterArrivals(work, turns - 1));
}
