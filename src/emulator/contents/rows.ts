/** Rows by the name of their table, each as Postgres prints it in JSON. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** How many rows there are, by the name of their table. */
export type Counts = Readonly<Record<string, number>>;

/** A table whose rows belong to accounts, as Postgres knows it. */
export interface AccountTable {
  readonly name: string;
  /** All columns but `account_id`. */
  readonly columns: readonly string[];
  /** What names a row within its account. */
  readonly key: readonly string[];
}
