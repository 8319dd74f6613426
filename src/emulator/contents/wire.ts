import type { Counts } from './rows.js';

/** What there is, by kind, such as `workerPools: 2`; kinds of which there is nothing are left out. */
export const toCounts = (counts: Counts): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([table, count]) => [toKind(table), count]),
  );

/** `worker_pools` as the control API says it: `workerPools`. */
export const toKind = (table: string): string => table.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
