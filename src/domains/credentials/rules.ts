import { digest } from '../../core/ids.js';
import type { InfrastructureCredential } from '../../generated/prisma/client.js';
import { requireClassicRegion } from '../catalog/zones.js';

/** What credentials and API keys are kept for (R294, R295): a region and a resource group, as clusters are in. */
export interface Site {
  readonly region: string;
  readonly resourceGroupId: string;
}

/** The region of callers that name none. */
const DEFAULT_REGION = 'us-south';

/**
 * The region that the header X-Region names, by its name of today or of before 2019 (R23).
 * @throws IksError invalidRequest
 */
export const chooseRegion = (header: string | undefined): string => requireClassicRegion(header ?? DEFAULT_REGION);

/** The account of the classic infrastructure in which clusters are ordered, and how they get there. */
export interface InfrastructureAccount {
  readonly number: string;
  /** `linked`: the one that belongs to the account; `unlinked`: another, by stored credentials. */
  readonly type: 'linked' | 'unlinked';
}

/** R294: stored credentials win over the API key. Their user names begin with the number of their account. */
export const infrastructureOf = (accountId: string, stored: Pick<InfrastructureCredential, 'username'> | null): InfrastructureAccount =>
  stored === null
    ? { number: linkedNumber(accountId), type: 'linked' }
    : { number: stored.username.replace(/_.*/s, ''), type: 'unlinked' };

/** Seven digits, the same for an account always. */
const linkedNumber = (accountId: string): string =>
  String(1_000_000 + (Number.parseInt(digest(8, 'infrastructure account', accountId), 16) % 9_000_000));
