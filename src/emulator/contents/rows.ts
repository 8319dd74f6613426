/** Rows by the name of their table, each as Postgres prints it in JSON. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** How many rows there are, by the name of their table. */
export type Counts = Readonly<Record<string, number>>;
