import type { Paint } from './output.js';

/** Columns of a table by their headings, and what each shows of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | boolean | null | undefined>>;

const GAP = '  ';

/** Rows below headings, each column as wide as its widest cell. */
export function drawTable<Row>(rows: readonly Row[], columns: Columns<Row>, paint: Paint): string[] {
  const headings = Object.keys(columns).map((heading) => heading.toUpperCase());
  const cells = rows.map((row) => Object.values(columns).map((cell) => String(cell(row) ?? '')));
  const widths = headings.map((heading, column) => Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (texts: readonly string[]): string => texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(GAP).trimEnd();
  return [paint.bold(line(headings)), ...cells.map(line)];
}

/** Names and values, one pair a line. */
export function drawFields(fields: Readonly<Record<string, unknown>>, paint: Paint): string[] {
  const width = Math.max(...Object.keys(fields).map((name) => name.length));
  return Object.entries(fields).map(([name, value]) => `${paint.bold(name.padEnd(width))}${GAP}${print(value)}`);
}

const print = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));
