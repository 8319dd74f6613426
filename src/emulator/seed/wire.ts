import type { z } from 'zod';
import type { Seeded } from './account.js';
import type { SeededAccount as SeededAccountSchema, SeededFile } from './schemas.js';
import type { SeededAccount } from './service.js';

export const toSeeded = ({ clusters, vlans, faults }: Seeded): z.input<typeof SeededAccountSchema> => ({ clusters: [...clusters], vlans: [...vlans], faults });

export const toSeededFile = (accounts: readonly SeededAccount[]): z.input<typeof SeededFile> => ({
  accounts: accounts.map(({ name, id, apiKey, outcome, ...seeded }) => ({ name, id, ...(apiKey !== undefined && { apiKey }), outcome, ...toSeeded(seeded) })),
});
