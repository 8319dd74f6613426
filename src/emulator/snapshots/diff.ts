import { isDeepStrictEqual } from 'node:util';
import type { AccountTable, Rows } from '../contents/rows.js';
import { toKind } from '../contents/wire.js';

interface Resource {
  readonly kind: string;
  readonly id: string;
}

interface Change extends Resource {
  readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

export interface Diff {
  readonly added: readonly Resource[];
  readonly removed: readonly Resource[];
  readonly changed: readonly Change[];
}

type Row = Rows[string][number];

/** What happened between two moments, by kind and id. */
export function compareRows(tables: readonly AccountTable[], before: Rows, after: Rows): Diff {
  const diffs = tables.map((table) => compareTable(table, before[table.name] ?? [], after[table.name] ?? []));
  return {
    added: diffs.flatMap(({ added }) => added),
    removed: diffs.flatMap(({ removed }) => removed),
    changed: diffs.flatMap(({ changed }) => changed),
  };
}

function compareTable({ name, key }: AccountTable, before: readonly Row[], after: readonly Row[]): Diff {
  const idOf = (row: Row): string => key.map((column) => String(row[column])).join('/');
  const toResource = (id: string): Resource => ({ kind: toKind(name), id });
  const earlier = new Map(before.map((row) => [idOf(row), row]));
  const later = new Map(after.map((row) => [idOf(row), row]));
  return {
    added: [...later.keys()].filter((id) => !earlier.has(id)).map(toResource),
    removed: [...earlier.keys()].filter((id) => !later.has(id)).map(toResource),
    changed: [...later].flatMap(([id, row]) => {
      const fields = compareFields(earlier.get(id) ?? row, row);
      return Object.keys(fields).length === 0 ? [] : [{ ...toResource(id), fields }];
    }),
  };
}

function compareFields(before: Row, after: Row): Change['fields'] {
  const columns = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    columns
      .filter((column) => !isDeepStrictEqual(before[column], after[column]))
      .map((column) => [toKind(column), { from: before[column] ?? null, to: after[column] ?? null }]),
  );
}
