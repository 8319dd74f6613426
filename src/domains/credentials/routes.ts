import type { Routes } from '../../operations/router.js';
import { ClusterParams } from '../clusters/schemas.js';
import { findCluster } from '../clusters/service.js';
import { AccountStatus, ClusterKeyOwner, CredentialHeaders, Credentials, SiteHeaders, UserConfig } from './schemas.js';
import {
  findInfrastructure,
  findSite,
  getCredential,
  getRegionKey,
  hasCredential,
  removeCredential,
  resetRegionKey,
  storeCredential,
} from './service.js';
import { toAccountStatus, toCredentials, toKeyOwner, toUserConfig } from './wire.js';

export const credentialRoutes: Routes = ({ read, change }) => {
  change(
    'storeUserCredentials',
    {
      summary: 'Store credentials of the classic infrastructure',
      description: 'For the clusters of a region and a resource group; they win over the API key. Earlier ones are replaced.',
      headers: CredentialHeaders,
      errors: ['invalidRequest', 'missingFields'],
    },
    async (scope, { headers }) => {
      const { 'x-auth-softlayer-username': username, 'x-auth-softlayer-apikey': apiKey } = headers;
      await storeCredential(scope, await findSite(scope, headers), { username, apiKey });
    },
  );

  read(
    'getUserCredentials',
    {
      summary: 'Tell whose credentials of the classic infrastructure are stored',
      headers: SiteHeaders,
      answer: Credentials,
      errors: ['credentialsNotFound', 'invalidRequest'],
    },
    async (scope, { headers }) => toCredentials(await getCredential(scope, await findSite(scope, headers))),
  );

  change(
    'removeUserCredentials',
    {
      summary: 'Remove stored credentials of the classic infrastructure',
      headers: SiteHeaders,
      errors: ['credentialsNotFound', 'invalidRequest'],
    },
    async (scope, { headers }) => removeCredential(scope, await findSite(scope, headers)),
  );

  change(
    'resetUserAPIKey',
    {
      summary: 'Make a new API key for a region and a resource group',
      description: 'The caller owns it. The first cluster of a region and resource group makes one too.',
      headers: SiteHeaders,
      errors: ['invalidRequest'],
    },
    async (scope, { headers }) => resetRegionKey(scope, await findSite(scope, headers)),
  );

  read(
    'getClusterKeyOwner',
    {
      summary: "Tell who owns the API key of a cluster's region and resource group",
      params: ClusterParams,
      answer: ClusterKeyOwner,
      errors: ['clusterNotFound', 'apiKeyNotFound'],
    },
    async (scope, { params, headers }) =>
      toKeyOwner(await getRegionKey(scope, await findCluster(scope, params.idOrName, headers['x-region']))),
  );

  read(
    'getInfraPermissions',
    {
      summary: 'Tell which permissions of the classic infrastructure are missing',
      headers: SiteHeaders,
      answer: AccountStatus,
      errors: ['invalidRequest'],
    },
    async (scope, { headers }) => toAccountStatus(await findInfrastructure(scope, await findSite(scope, headers))),
  );

  read(
    'getUserConfig',
    {
      summary: 'Tell what the caller may create',
      headers: SiteHeaders,
      answer: UserConfig,
      errors: ['invalidRequest'],
    },
    async (scope, { headers }) => toUserConfig(scope.account, await hasCredential(scope, await findSite(scope, headers))),
  );
};
