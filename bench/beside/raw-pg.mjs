import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { Database } from '../support/database.mjs';

/**
 * Creates clusters as the emulator does, without it: the rows that a create writes, with other ids, in one transaction
 * that also counts up the account's revision. Nothing is read, checked or answered.
 */
export class RawCreates {
  #pool;
  #sample;
  #created = 0;

  /** @param sample the name of a cluster that the emulator has created in the account */
  static async open(url, accountId, sample) {
    const raw = new RawCreates();
    raw.#pool = new pg.Pool({ connectionString: url, max: 10 });
    raw.accountId = accountId;
    const database = new Database(raw.#pool);
    raw.#sample = await database.readCluster(accountId, sample);
    return raw;
  }

  /** Creates clusters over so many connections for so long; answers how many a second. */
  async run(connections, seconds) {
    const begin = performance.now();
    const end = begin + seconds * 1_000;
    let created = 0;
    const work = async () => {
      while (performance.now() < end) {
        await this.create();
        created += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, work));
    return (created * 1_000) / (performance.now() - begin);
  }

  async create() {
    const { id, name, tables } = this.#sample;
    const number = (this.#created += 1);
    const fresh = { id: `c${String(number).padStart(19, '0')}`, name: `raw-${number}` };
    const client = await this.#pool.connect();
    try {
      await client.query('BEGIN');
      await client.query({ name: 'account', text: 'UPDATE accounts SET revision = revision + 1, sequence = sequence + 8 WHERE id = $1', values: [this.accountId] });
      for (const { table, text, values } of tables) {
        const renamed = values.map((value) => value?.replaceAll(id, fresh.id).replaceAll(name, fresh.name) ?? null);
        await client.query({ name: table, text, values: renamed });
      }
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  close() {
    return this.#pool.end();
  }
}
