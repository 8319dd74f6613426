import pg from 'pg';

/** The first half of the advisory locks by which the members of a channel know of each other. */
const MEMBERS = 72_707_371;

/** Opens a channel by its name; `hear` gets every message on it, also this process's own. */
export type OpenChannel = (name: string, hear: (message: string) => void) => Channel;

interface Connection {
  readonly client: pg.Client;
  readonly id: number;
}

/**
 * Where processes on the same database talk to each other, through Postgres' own messages. It has a connection of its
 * own, which one of the pool could not be: who listens must stay connected. A lost connection is made anew when
 * something is next said or asked; what was said in between is not heard.
 */
export class Channel {
  private connection: Promise<Connection> | undefined;
  private isClosed = false;

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly name: string,
    private readonly hear: (message: string) => void,
  ) {}

  /** From when this resolves on messages are heard. Answers by what number the others know this process. */
  async join(): Promise<number> {
    return (await this.connect()).id;
  }

  /** The numbers of the others who listen. */
  async others(): Promise<readonly number[]> {
    const { client, id } = await this.connect();
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_locks
       WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND classid = $1 AND objid::bigint = hashtext($2)::bigint & 4294967295 AND objsubid = 2 AND granted`,
      [MEMBERS, this.name],
    );
    return rows.map(({ pid }) => pid).filter((pid) => pid !== id);
  }

  /** @param message at most 7,999 bytes */
  async tell(message: string): Promise<void> {
    const { client } = await this.connect();
    await client.query('SELECT pg_notify($1, $2)', [this.name, message]);
  }

  /** For good: nothing is heard from now on, and who says or asks something is refused. */
  async close(): Promise<void> {
    this.isClosed = true;
    const { connection } = this;
    this.connection = undefined;
    const opened = await connection?.catch(() => undefined);
    await opened?.client.end();
  }

  private connect(): Promise<Connection> {
    if (this.isClosed) return Promise.reject(new Error(`The channel ${this.name} is closed.`));
    if (this.connection !== undefined) return this.connection;
    const opening = this.open();
    const forget = (): void => {
      if (this.connection === opening) this.connection = undefined;
    };
    this.connection = opening;
    opening.then(({ client }) => client.on('end', forget), forget);
    return opening;
  }

  private async open(): Promise<Connection> {
    const client = new pg.Client(this.config);
    // Without a listener, a connection that breaks would end the process; `end` follows.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => {
      if (!this.isClosed) this.hear(payload);
    });
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(this.name)}`);
    // Only now do others count on being heard.
    const { rows } = await client.query<{ id: number }>(
      'SELECT pg_backend_pid() AS id FROM pg_advisory_lock_shared($1, hashtext($2))',
      [MEMBERS, this.name],
    );
    return { client, id: rows[0]?.id ?? 0 };
  }
}
