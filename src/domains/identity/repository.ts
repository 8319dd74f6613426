import type { Prisma, PrismaClient, SigningKey } from '../../generated/prisma/client.js';

/** Oldest first, so that every process signs with the same one. */
export const listSigningKeys = (database: PrismaClient): Promise<SigningKey[]> =>
  database.signingKey.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

export const insertSigningKey = (database: PrismaClient, key: Prisma.SigningKeyCreateInput): Promise<SigningKey> =>
  database.signingKey.create({ data: key });
