/** Codes of Node, Postgres and Prisma for a database that does not answer. */
const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', 'P1001', 'P1002', 'P1017', 'P2024', 'P2028'];

/** What Prisma's adapter calls the same; of a raw query nothing else tells. */
const UNREACHABLE_KINDS = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout'];

/** What pg says, without a code, of a connection that broke under a query or could not be had in time. */
const CONNECTION_LOST = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** Whether an error, or one that it wraps, says that the database cannot be reached. */
export function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, originalCode, kind, message, cause, meta } = error as Readonly<Record<string, unknown>>;
  const isKnown = [code, originalCode].some((one) => typeof one === 'string' && UNREACHABLE.includes(one));
  const isKnownKind = typeof kind === 'string' && UNREACHABLE_KINDS.includes(kind);
  const isLost = typeof message === 'string' && CONNECTION_LOST.test(message);
  return isKnown || isKnownKind || isLost || isUnreachable(cause) || isUnreachable(adapterErrorIn(meta));
}

const adapterErrorIn = (meta: unknown): unknown =>
  typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta ? meta.driverAdapterError : undefined;
