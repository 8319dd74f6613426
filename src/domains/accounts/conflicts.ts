import { Prisma } from '../../generated/prisma/client.js';

/** Postgres: serialization_failure, deadlock_detected. Prisma: write conflict or deadlock. */
const CONFLICT_CODES = ['40001', '40P01', 'P2034'];

/** Whether Postgres gave up a transaction that may succeed when it is run again. */
export function isWriteConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && CONFLICT_CODES.includes(error.code);
}
