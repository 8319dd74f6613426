import type { Passcode, Prisma, PrismaClient, SigningKey } from '../../generated/prisma/client.js';

/** Oldest first, so that every process signs with the same one. */
export const listSigningKeys = (database: PrismaClient): Promise<SigningKey[]> =>
  database.signingKey.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export const insertSigningKey = (database: PrismaClient, key: Prisma.SigningKeyCreateInput): Promise<SigningKey> =>
  database.signingKey.create({ data: key });

/** Passcodes of the same key that have expired by `now` go on this occasion. */
export async function insertPasscode(database: PrismaClient, passcode: Passcode, now: Date): Promise<void> {
  const { apiKeyId } = passcode;
  await database.passcode.deleteMany({ where: { apiKeyId, expiresAt: { lte: now } } });
  await database.passcode.create({ data: passcode });
}

/** Of several callers at once Postgres lets one delete the row: null for all others. */
export async function takePasscode(database: PrismaClient, hash: string): Promise<(Passcode & { readonly accountId: string }) | null> {
  const found = await database.passcode.findUnique({ where: { hash }, include: { apiKey: { select: { accountId: true } } } });
  if (found === null) return null;
  const { apiKey, ...passcode } = found;
  const { count } = await database.passcode.deleteMany({ where: { hash } });
  return count === 1 ? { ...passcode, accountId: apiKey.accountId } : null;
}
