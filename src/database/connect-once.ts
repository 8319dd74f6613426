import pg from 'pg';
import { StartupError } from '../errors/startup-error.js';
import { errorCode, errorMessage } from './error-facts.js';

const connectTimeout = 10_000;

/**
 * Opens one connection, to be ended by the caller.
 *
 * @throws StartupError which says in one line what is wrong with the database or its URL.
 */
export async function connectOnce(url: string): Promise<pg.Client> {
  const client = parseUrl(url);
  // The failure of a query is seen by whoever asked; one between queries by the next query.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new StartupError(explain(error, client));
  }
}

function parseUrl(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, application_name: 'iks-emulator', connectionTimeoutMillis: connectTimeout });
  } catch {
    // The parser's message may quote the URL, and with it the password.
    throw new StartupError('DATABASE_URL is not a URL of the form postgresql://user:password@host:5432/database.');
  }
}

function explain(error: unknown, { host, port, user = '', database = '' }: pg.Client): string {
  const server = `${host}:${port}`;
  const code = errorCode(error);
  const message = errorMessage(error);
  switch (code) {
    case '3D000':
      return `The database "${database}" does not exist on ${server}. Create it, or correct DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `The database server ${server} does not let the user "${user}" in (${message}). Correct DATABASE_URL.`;
    case '57P03':
    case '53300':
      return `The database server ${server} takes no connections now (${message}).`;
  }
  // The client's own complaint when a password is demanded and the URL has none.
  if (message.startsWith('SASL')) return `The database server ${server} demands a password for the user "${user}". Correct DATABASE_URL.`;
  return `The database at ${server} cannot be reached (${code ?? message}). Start it, or correct DATABASE_URL.`;
}
