import { digest, uuidOf } from '../../core/ids.js';
import { IksError } from '../../errors/iks-error.js';
import type { InfrastructureCredential, RegionApiKey } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { requireResourceGroup } from '../resource-groups/service.js';
import * as repository from './repository.js';
import { chooseRegion, type InfrastructureAccount, infrastructureOf, type Site } from './rules.js';

/** What the headers of a call say of a {@link Site}. */
interface SiteHeaders {
  readonly 'x-region'?: string | undefined;
  readonly 'x-auth-resource-group'?: string | undefined;
  readonly 'x-auth-resource-group-id'?: string | undefined;
}

/**
 * The region and the resource group that a call is about.
 * @throws IksError invalidRequest when a header names one that there is not
 */
export async function findSite(scope: AccountScope, headers: SiteHeaders): Promise<Site> {
  const region = chooseRegion(headers['x-region']);
  const group = await requireResourceGroup(scope, headers['x-auth-resource-group'] ?? headers['x-auth-resource-group-id']);
  return { region, resourceGroupId: group.id };
}

/** Keeps credentials of the classic infrastructure, in place of earlier ones (R294). Of the key only a digest is kept. */
export const storeCredential = (scope: AccountTransaction, site: Site, { username, apiKey }: { username: string; apiKey: string }): Promise<void> =>
  repository.saveCredential(scope, site, { username, apiKeyHash: digest(64, 'infrastructure api key', apiKey) });

/** @throws IksError credentialsNotFound (R294) */
export async function getCredential(scope: AccountScope, site: Site): Promise<InfrastructureCredential> {
  const credential = await repository.findCredential(scope, site);
  if (credential === null) throw IksError.of('credentialsNotFound');
  return credential;
}

/** @throws IksError credentialsNotFound */
export async function removeCredential(scope: AccountTransaction, site: Site): Promise<void> {
  await getCredential(scope, site);
  await repository.deleteCredential(scope, site);
}

export const hasCredential = async (scope: AccountScope, site: Site): Promise<boolean> =>
  (await repository.findCredential(scope, site)) !== null;

/** Where clusters of the site are ordered: R294. */
export const findInfrastructure = async (scope: AccountScope, site: Site): Promise<InfrastructureAccount> =>
  infrastructureOf(scope.account.id, await repository.findCredential(scope, site));

export const findGroupsWithKey = repository.findGroupsWithKey;

/** The API key by which the clusters of a site are ordered; it is the caller's (R104). */
export const newRegionKey = ({ ids, now, caller }: AccountTransaction, { region, resourceGroupId }: Site): Omit<RegionApiKey, 'accountId'> => ({
  region,
  resourceGroupId,
  id: `ApiKey-${uuidOf(ids.hex(32))}`,
  ownerEmail: caller.user.email,
  createdAt: now,
});

/** R295: the caller owns the new API key of the site; an earlier one is gone. */
export const resetRegionKey = (scope: AccountTransaction, site: Site): Promise<void> => repository.saveRegionKey(scope, newRegionKey(scope, site));

/**
 * The API key by which the clusters of a site are ordered (R295).
 * @throws IksError apiKeyNotFound
 */
export async function getRegionKey(scope: AccountScope, site: Site): Promise<RegionApiKey> {
  const key = await repository.findRegionKey(scope, site);
  if (key === null) throw IksError.of('apiKeyNotFound');
  return key;
}
