import { refuseRequest } from '../../errors/iks-error.js';
import type { ResourceGroup } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { requireOwnAccount } from '../platform/own-account.js';
import { PlatformError } from '../platform/errors.js';
import * as repository from './repository.js';

/** Which groups a list covers: all of the account unless something is named. */
export interface ResourceGroupFilter {
  readonly accountId?: string | undefined;
  readonly name?: string | undefined;
  readonly isDefault?: boolean | undefined;
}

export interface NewResourceGroup {
  readonly name: string;
  /** The caller's own account, where it is named. */
  readonly accountId?: string | undefined;
}

export const findResourceGroup = repository.findByIdOrName;

/**
 * The resource group that a header names by id or name, the default one where there is no header.
 * @throws IksError invalidRequest
 */
export async function requireResourceGroup(scope: AccountScope, idOrName: string | undefined): Promise<repository.GroupOfResources> {
  const group = await findResourceGroup(scope, idOrName);
  if (group !== undefined) return group;
  refuseRequest(`the header X-Auth-Resource-Group names '${idOrName ?? ''}', which is no resource group of this account`);
}

/**
 * The account's resource groups, oldest first.
 * @throws PlatformError noPermission when the filter names another account
 */
export async function listResourceGroups(scope: AccountScope, filter: ResourceGroupFilter): Promise<ResourceGroup[]> {
  requireOwnAccount(scope, filter.accountId);
  return repository.findGroups(scope, {
    ...(filter.name !== undefined && { name: filter.name }),
    ...(filter.isDefault !== undefined && { isDefault: filter.isDefault }),
  });
}

/** @throws PlatformError resourceGroupNotFound */
export async function getResourceGroup(scope: AccountScope, id: string): Promise<ResourceGroup> {
  const group = await repository.findById(scope, id);
  if (group === null) throw PlatformError.of('resourceGroupNotFound', id);
  return group;
}

/** @throws PlatformError noPermission, resourceGroupNameTaken */
export async function createResourceGroup(
  scope: AccountTransaction,
  { name, accountId }: NewResourceGroup,
): Promise<ResourceGroup> {
  requireOwnAccount(scope, accountId);
  await requireFreeName(scope, name);
  return repository.insertGroup(scope, { id: scope.ids.hex(32), name, isDefault: false, createdAt: scope.now });
}

/**
 * Gives a group another name; without one nothing changes.
 * @throws PlatformError resourceGroupNotFound, resourceGroupNameTaken
 */
export async function updateResourceGroup(scope: AccountTransaction, id: string, name: string | undefined): Promise<ResourceGroup> {
  const group = await getResourceGroup(scope, id);
  if (name === undefined || name === group.name) return group;
  await requireFreeName(scope, name);
  return repository.renameGroup(scope, id, name);
}

/**
 * Deletes a group that nothing is in. The default one stays.
 * @throws PlatformError resourceGroupNotFound, resourceGroupIsDefault, resourceGroupInUse
 */
export async function removeResourceGroup(scope: AccountTransaction, id: string): Promise<void> {
  const group = await getResourceGroup(scope, id);
  if (group.isDefault) throw PlatformError.of('resourceGroupIsDefault');
  if ((await repository.countClusters(scope, group)) > 0) throw PlatformError.of('resourceGroupInUse');
  await repository.deleteGroup(scope, id);
}

async function requireFreeName(scope: AccountScope, name: string): Promise<void> {
  if ((await repository.findByName(scope, name)) !== null) throw PlatformError.of('resourceGroupNameTaken');
}
