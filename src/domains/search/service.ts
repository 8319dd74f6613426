import type { AccountScope } from '../accounts/scope.js';
import { readCursor, writeCursor } from './cursor.js';
import { compileQuery } from './query.js';
import * as repository from './repository.js';
import { readSortKeys, type Resource, type SortKey, toResource } from './resource.js';

interface Search {
  readonly query: string;
  readonly accountId: string | undefined;
  /** Names of properties, separated by commas. */
  readonly sort: string | undefined;
  readonly limit: number;
  /** Of the batch before. */
  readonly cursor: string | undefined;
}

export interface SearchResult {
  readonly resources: readonly Resource[];
  /** For the next batch. Absent where there is nothing to go on from. */
  readonly cursor: string | undefined;
  /** Whether the next batch has anything in it. */
  readonly hasMore: boolean;
}

/**
 * The resources of the account that fit a query, in batches. Another account's resources are found by nobody, so
 * that a search there ends with nothing.
 * @throws PlatformError queryNotUnderstood
 */
export async function searchResources(scope: AccountScope, { query, accountId, sort, limit, cursor }: Search): Promise<SearchResult> {
  const fits = compileQuery(query);
  const { sort: order, after } = cursor === undefined ? { sort: sort === undefined ? [] : readSortKeys(sort), after: undefined } : readCursor(cursor);
  if (accountId !== undefined && accountId !== scope.account.id) return { resources: [], cursor: undefined, hasMore: false };
  const keyed = (await repository.findTaggedClusters(scope))
    .map(toResource)
    .filter(fits)
    .map((resource) => ({ resource, key: keyOf(resource, order) }))
    .filter(({ key }) => after === undefined || compareKeys(key, after) > 0)
    .sort((a, b) => compareKeys(a.key, b.key));
  const batch = keyed.slice(0, limit);
  const last = batch.at(-1);
  return {
    resources: batch.map(({ resource }) => resource),
    cursor: last === undefined ? undefined : writeCursor({ sort: [...order], after: last.key }),
    hasMore: keyed.length > batch.length,
  };
}

/** By what was asked for, then from the oldest on: no two resources have the same. */
const keyOf = (resource: Resource, order: readonly SortKey[]): string[] =>
  [...order, 'creation_date' as const, 'crn' as const].map((name) => resource[name]);

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
