import { z } from 'zod';
import { CallHeaders, optionalHeader } from '../../operations/headers.js';

/** What says which region and resource group a call is about. Clients differ in the name of the group's header. */
export const SiteHeaders = CallHeaders.extend({
  'x-region': optionalHeader.meta({ description: 'The region, by its name of today or of before 2019; us-south without it.' }),
  'x-auth-resource-group-id': optionalHeader.meta({ description: 'The same as X-Auth-Resource-Group.' }),
});

export const CredentialHeaders = SiteHeaders.extend({
  'x-auth-softlayer-username': z.string().meta({ description: 'User of the classic infrastructure.', examples: ['1234567_owner@example.com'] }),
  'x-auth-softlayer-apikey': z.string().meta({ description: 'API key of that user; no answer ever shows it.', examples: ['0123456789abcdef'.repeat(4)] }),
});

export const Credentials = z
  .object({ apiUser: z.string() })
  .meta({ id: 'Credentials', examples: [{ apiUser: '1234567_owner@example.com' }] });

export const ClusterKeyOwner = z.object({ id: z.string(), name: z.string(), email: z.string() }).meta({
  id: 'ClusterKeyOwnerInfo',
  examples: [{ id: 'ApiKey-2f6b0c1e-74d9-4a35-8b12-c0e9d5a7f368', name: 'containers-kubernetes-key', email: 'owner-4f1c0d7a@example.com' }],
});

const Analysis = z.object({ insufficient: z.boolean(), missingPermissions: z.array(z.string()) });

export const Permissions = z.object({ required: Analysis, recommended: Analysis });

const sufficient = { insufficient: false, missingPermissions: [] };
const permissionsExample = { required: sufficient, recommended: sufficient };

export const AccountStatus = z
  .object({
    account: z.string().meta({ description: 'Number of the account of the classic infrastructure.' }),
    accountType: z.enum(['linked', 'unlinked']).meta({ description: 'Unlinked while stored credentials lead to another account.' }),
    virtualWorkerManagerPermissions: Permissions,
    physicalWorkerManagerPermissions: Permissions,
    networkManagerPermissions: Permissions,
    storageManagerPermissions: Permissions,
  })
  .meta({
    id: 'AccountStatus',
    examples: [
      {
        account: '1234567',
        accountType: 'linked',
        virtualWorkerManagerPermissions: permissionsExample,
        physicalWorkerManagerPermissions: permissionsExample,
        networkManagerPermissions: permissionsExample,
        storageManagerPermissions: permissionsExample,
      },
    ],
  });

export const UserConfig = z
  .object({
    freeEnabled: z.boolean().meta({ description: 'Whether the account may have a free cluster.' }),
    storedIaasCredentials: z.boolean(),
  })
  .meta({ id: 'UserConfig', examples: [{ freeEnabled: true, storedIaasCredentials: false }] });
