import type { z } from 'zod';
import type { Account, InfrastructureCredential, RegionApiKey } from '../../generated/prisma/client.js';
import type { InfrastructureAccount } from './rules.js';
import type { AccountStatus, ClusterKeyOwner, Credentials, Permissions, UserConfig } from './schemas.js';

/** The name of the API key of every region and resource group (R104). */
const KEY_NAME = 'containers-kubernetes-key';

/** There is no infrastructure behind an account of this emulator that anybody could lack permissions for. */
const allPermissions: z.input<typeof Permissions> = {
  required: { insufficient: false, missingPermissions: [] },
  recommended: { insufficient: false, missingPermissions: [] },
};

export const toCredentials = ({ username }: InfrastructureCredential): z.input<typeof Credentials> => ({ apiUser: username });

export const toKeyOwner = ({ id, ownerEmail }: RegionApiKey): z.input<typeof ClusterKeyOwner> => ({ id, name: KEY_NAME, email: ownerEmail });

export const toAccountStatus = ({ number, type }: InfrastructureAccount): z.input<typeof AccountStatus> => ({
  account: number,
  accountType: type,
  virtualWorkerManagerPermissions: allPermissions,
  physicalWorkerManagerPermissions: allPermissions,
  networkManagerPermissions: allPermissions,
  storageManagerPermissions: allPermissions,
});

export const toUserConfig = ({ freeClusters }: Account, storedIaasCredentials: boolean): z.input<typeof UserConfig> => ({
  freeEnabled: freeClusters,
  storedIaasCredentials,
});
