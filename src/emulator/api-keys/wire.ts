import type { z } from 'zod';
import { callerOfKey } from '../../domains/accounts/caller.js';
import type { ApiKey as ApiKeyRow } from '../../generated/prisma/client.js';
import type { ApiKey } from './schemas.js';

export function toApiKey(row: ApiKeyRow): z.input<typeof ApiKey> {
  const { email, name, iamId } = callerOfKey(row).user;
  return { id: row.id, user: { email, name, iamId }, roles: row.roles, createdAt: row.createdAt.toISOString() };
}
