/** Codes of Node, Postgres and Prisma for a database that does not answer. */
const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', 'P1001', 'P1002', 'P1017', 'P2024', 'P2028'];

/** What pg says, without a code, of a connection that broke under a query or could not be had in time. */
const CONNECTION_LOST = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether an error, or one that it wraps, says that the database cannot be reached. */
export function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  const isKnown = typeof code === 'string' && UNREACHABLE.includes(code);
  return isKnown || (typeof message === 'string' && CONNECTION_LOST.test(message)) || isUnreachable(cause);
}
