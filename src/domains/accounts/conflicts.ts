import { Prisma } from '../../generated/prisma/client.js';

/** What the driver's adapter calls Postgres' serialization_failure and deadlock_detected. */
const CONFLICT = 'TransactionWriteConflict';

/** What Prisma wraps a failure of the driver in. */
interface DriverFailure {
  readonly driverAdapterError?: { readonly cause?: { readonly kind?: string } };
}

/** Whether Postgres gave up a transaction that may succeed when it is run again. */
export function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  // P2034 is for statements of Prisma's own making, P2010 for any failure of one that was written by hand.
  return error.code === 'P2034' || (error.code === 'P2010' && kindOf(error.meta) === CONFLICT);
}

const kindOf = (meta: DriverFailure | undefined): string | undefined => meta?.driverAdapterError?.cause?.kind;
