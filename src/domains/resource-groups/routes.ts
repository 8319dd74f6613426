import type { PlatformRoutes } from '../../operations/platform-router.js';
import { CreatedResourceGroup, NewResourceGroup, ResourceGroup, ResourceGroupList, ResourceGroupParams, ResourceGroupPatch, ResourceGroupQuery } from './schemas.js';
import { createResourceGroup, getResourceGroup, listResourceGroups, removeResourceGroup, updateResourceGroup } from './service.js';
import { fromNewResourceGroup, fromResourceGroupQuery, toCreatedResourceGroup, toResourceGroup } from './wire.js';

/** The resource manager: where resources of an account are grouped. */
export const resourceGroupRoutes: PlatformRoutes = (router) => {
  router.read(
    'listResourceGroups',
    ['GET', '/v2/resource_groups', 200, 'viewer'],
    { summary: 'List the resource groups', query: ResourceGroupQuery, answer: ResourceGroupList },
    async (scope, { query }) => ({ resources: (await listResourceGroups(scope, fromResourceGroupQuery(query))).map(toResourceGroup) }),
  );

  router.change(
    'createResourceGroup',
    ['POST', '/v2/resource_groups', 201, 'administrator'],
    { summary: 'Create a resource group', body: NewResourceGroup, answer: CreatedResourceGroup },
    async (scope, { body }) => toCreatedResourceGroup(await createResourceGroup(scope, fromNewResourceGroup(body))),
  );

  router.read(
    'getResourceGroup',
    ['GET', '/v2/resource_groups/{id}', 200, 'viewer'],
    { summary: 'Read a resource group', params: ResourceGroupParams, answer: ResourceGroup },
    async (scope, { params }) => toResourceGroup(await getResourceGroup(scope, params.id)),
  );

  router.change(
    'updateResourceGroup',
    ['PATCH', '/v2/resource_groups/{id}', 200, 'editor'],
    { summary: 'Rename a resource group', params: ResourceGroupParams, body: ResourceGroupPatch, answer: ResourceGroup },
    async (scope, { params, body }) => toResourceGroup(await updateResourceGroup(scope, params.id, body.name)),
  );

  router.change(
    'deleteResourceGroup',
    ['DELETE', '/v2/resource_groups/{id}', 204, 'editor'],
    {
      summary: 'Delete a resource group',
      description: 'It must be empty. The default one cannot be deleted.',
      params: ResourceGroupParams,
    },
    async (scope, { params }) => {
      await removeResourceGroup(scope, params.id);
      return undefined;
    },
  );
};
