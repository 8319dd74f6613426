import type { z } from 'zod';
import { digest } from '../../core/ids.js';
import type { ResourceGroup as Row } from '../../generated/prisma/client.js';
import type { CreatedResourceGroup, NewResourceGroup as NewBody, ResourceGroup, ResourceGroupQuery } from './schemas.js';
import type { NewResourceGroup, ResourceGroupFilter } from './service.js';

export const fromResourceGroupQuery = ({ account_id, name, default: isDefault }: z.output<typeof ResourceGroupQuery>): ResourceGroupFilter => ({
  accountId: account_id,
  name,
  isDefault,
});

export const fromNewResourceGroup = ({ account_id, name }: z.output<typeof NewBody>): NewResourceGroup => ({ accountId: account_id, name });

const crnOf = ({ accountId, id }: Row): string => `crn:v1:bluemix:public:resource-controller::a/${accountId}::resource-group:${id}`;

/** The one quota that all groups have. It limits nothing here and cannot be read. */
const quotaId = digest(32, 'resource group quota');

export const toResourceGroup = (group: Row): z.input<typeof ResourceGroup> => ({
  id: group.id,
  crn: crnOf(group),
  account_id: group.accountId,
  name: group.name,
  state: 'ACTIVE',
  default: group.isDefault,
  quota_id: quotaId,
  quota_url: `/v2/quota_definitions/${quotaId}`,
  payment_methods_url: `/v2/resource_groups/${group.id}/payment_methods`,
  resource_linkages: [],
  teams_url: `/v2/resource_groups/${group.id}/teams`,
  created_at: group.createdAt.toISOString(),
  updated_at: (group.updatedAt ?? group.createdAt).toISOString(),
});

export const toCreatedResourceGroup = (group: Row): z.input<typeof CreatedResourceGroup> => ({ id: group.id, crn: crnOf(group) });
