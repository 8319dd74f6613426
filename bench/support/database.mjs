/** The tables in which a cluster has rows, each behind those that its rows refer to. */
const TABLES = ['clusters', 'worker_pools', 'worker_pool_zones', 'zone_networks', 'workers', 'albs', 'subdomains'];
/** Columns of these types carry ids and names. */
const TEXT = 'text';

/** Copies clusters behind the emulator's back. Takes a client or a pool of `pg`. */
export class Database {
  #client;

  constructor(client) {
    this.#client = client;
  }

  /** The rows of a cluster, as one statement for each table, with values in Postgres' own text form. */
  async readCluster(accountId, name) {
    const id = await this.#idOf(accountId, name);
    const tables = [];
    for (const table of TABLES) {
      const columns = await this.#columnsOf(table);
      const list = columns.map((column) => `"${column.name}"`).join(', ');
      const texts = columns.map((column) => `"${column.name}"::text`).join(', ');
      const { rows } = await this.#client.query({
        text: `SELECT ${texts} FROM ${table} WHERE account_id = $1 AND strpos(to_jsonb(${table})::text, $2) > 0`,
        values: [accountId, id],
        rowMode: 'array',
      });
      if (rows.length === 0) continue;
      const places = rows.map((row, index) => `(${row.map((_, column) => `$${index * row.length + column + 1}`).join(', ')})`);
      tables.push({ table, text: `INSERT INTO ${table} (${list}) VALUES ${places.join(', ')}`, values: rows.flat() });
    }
    return { id, name, tables };
  }

  /**
   * Gives an account so many copies of a cluster, named `<name>-0` and so on. They are as those that come when the
   * address pools are used up: without addresses and portable subnets, of which there are not enough.
   */
  async multiply(accountId, name, count) {
    const id = await this.#idOf(accountId, name);
    await this.#client.query('BEGIN');
    // What is copied is sound, and foreign keys of a million rows take longer to check than the rows to write.
    await this.#client.query('SET LOCAL session_replication_role = replica');
    for (const table of TABLES) await this.#multiplyRows(table, { accountId, id, name, count });
    await this.#client.query('UPDATE accounts SET revision = revision + 1 WHERE id = $1', [accountId]);
    await this.#client.query('COMMIT');
    // As autovacuum would do after a while.
    await this.#client.query(`ANALYZE ${TABLES.join(', ')}`);
  }

  async #multiplyRows(table, { accountId, id, name, count }) {
    const columns = await this.#columnsOf(table);
    const list = columns.map((column) => `"${column.name}"`).join(', ');
    const values = columns.map(({ name: column, type }) => {
      if (column === 'created_at') return `rows.created_at + copy.number * interval '1 millisecond'`;
      return type === TEXT && column !== 'account_id' ? `replace(replace(rows."${column}", $2, copy.id), $3, copy.name)` : `rows."${column}"`;
    });
    await this.#client.query(
      `INSERT INTO ${table} (${list})
       SELECT ${values.join(', ')}
       FROM ${table} AS rows,
         (SELECT number, 'c' || left(md5($2 || number), 19) AS id, $3 || '-' || number AS name FROM generate_series(0, $4::int - 1) AS number) AS copy
       WHERE account_id = $1 AND strpos(to_jsonb(rows)::text, $2) > 0`,
      [accountId, id, name, count],
    );
  }

  async #idOf(accountId, name) {
    const { rows } = await this.#client.query('SELECT id FROM clusters WHERE account_id = $1 AND name = $2', [accountId, name]);
    if (rows.length === 0) throw new Error(`The account has no cluster ${name}.`);
    return rows[0].id;
  }

  async #columnsOf(table) {
    const { rows } = await this.#client.query(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
      [table],
    );
    return rows;
  }
}
