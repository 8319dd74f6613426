import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import type { AccountScope } from '../accounts/scope.js';
import { clusterRefusals } from '../clusters/actions.js';
import { type ClusterCall, clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams, ClusterQuery } from '../clusters/schemas.js';
import { findCluster } from '../clusters/service.js';
import { addonRows } from './data.js';
import { manageAddons } from './manage.js';
import { Addon, ClusterAddon, ManageAddons, ManageAddonsResponse } from './schemas.js';
import { listAddons } from './service.js';
import { noDependencies, toAddon, toClusterAddon } from './wire.js';

export const addonRoutes: Routes = ({ lookUp, read, change }) => {
  lookUp('getAddons', { summary: 'List the add-ons that there are', answer: z.array(Addon) }, () => addonRows.map(toAddon));

  read(
    'getClusterAddons',
    { summary: 'List the add-ons of a cluster', params: ClusterParams, answer: z.array(ClusterAddon), errors: ['clusterNotFound'] },
    (scope, input) => answerAddons(scope, clusterOf(input)),
  );

  read(
    'v2GetClusterAddons',
    {
      summary: 'List the add-ons of a cluster (v2)',
      query: ClusterQuery.pick({ cluster: true }),
      answer: z.array(ClusterAddon),
      errors: ['clusterNotFound'],
    },
    (scope, { query, headers }) => answerAddons(scope, { cluster: query.cluster, region: headers['x-region'] }),
  );

  change(
    'manageClusterAddons',
    {
      summary: 'Enable, update or disable add-ons of a cluster',
      description: 'What is enabled or updated is healthy after a while; what is disabled is then gone from the list.',
      params: ClusterParams,
      body: ManageAddons,
      answer: ManageAddonsResponse,
      errors: [...clusterRefusals, 'addonNotFound'],
    },
    async (scope, { params, body, headers }) => {
      await manageAddons(scope, await findCluster(scope, params.idOrName, headers['x-region']), body);
      return noDependencies;
    },
  );
};

async function answerAddons(scope: AccountScope, { cluster: named, region }: ClusterCall): Promise<z.input<typeof ClusterAddon>[]> {
  const cluster = await findCluster(scope, named, region);
  return (await listAddons(scope, [cluster.id])).map((addon) => toClusterAddon(cluster, addon));
}
