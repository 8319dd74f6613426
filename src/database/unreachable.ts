/** Codes of Node, Postgres and Prisma for a database that does not answer. */
const UNREACHABLE = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', 'P1001', 'P1002', 'P1017', 'P2024', 'P2028'];

/** Whether an error, or one that it wraps, says that the database cannot be reached. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && UNREACHABLE.includes(code)) || isUnreachable(error.cause);
}
