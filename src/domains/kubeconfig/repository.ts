import type { CertificateAuthority } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';

export const findAuthority = ({ account, database }: AccountScope, clusterId: string): Promise<CertificateAuthority | null> =>
  database.certificateAuthority.findUnique({ where: { accountId_clusterId: { accountId: account.id, clusterId } } });

export const insertAuthority = (
  { account, database, now }: AccountTransaction,
  authority: Pick<CertificateAuthority, 'clusterId' | 'certificate' | 'privateKey'>,
): Promise<CertificateAuthority> =>
  database.certificateAuthority.create({ data: { ...authority, accountId: account.id, createdAt: now } });
