import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { clusterRefusals } from './actions.js';
import { clusterInBody, clusterInQuery, clusterOf } from './cluster-call.js';
import { createCluster } from './create.js';
import { applyPullSecret, setImageSecurity } from './features.js';
import {
  Cluster,
  ClusterBothWays,
  ClusterParams,
  ClusterQuery,
  ClusterRequest,
  ClusterV2,
  ClusterV2Query,
  CreateCluster,
  CreateClusterResponse,
  ListQuery,
  RemoveQuery,
  ResourcesQuery,
} from './schemas.js';
import { getCluster, listClusters, removeCluster } from './service.js';
import { toCluster, toClusterEitherWay, toClusterV2 } from './wire.js';

export const clusterRoutes: Routes = ({ read, change }) => {
  change(
    'createCluster',
    {
      summary: 'Create a classic cluster',
      description:
        "The zone's VLAN pair is made with the account's first cluster there and reused by later ones. The master is deployed first, then the workers, then portable subnets, ALBs and the Ingress subdomain.",
      body: CreateCluster,
      answer: CreateClusterResponse,
      errors: ['clusterNameTaken', 'deprecatedFlavor', 'quotaExceeded'],
    },
    (scope, { body, headers }) =>
      createCluster(scope, body, { resourceGroup: headers['x-auth-resource-group'], region: headers['x-region'] }),
  );

  read(
    'getClusters',
    { summary: 'List clusters', query: ListQuery, answer: z.array(Cluster) },
    async (scope, { query, headers }) =>
      (await listClusters(scope, { ...query, resourceGroup: headers['x-auth-resource-group'] })).map(toCluster),
  );

  read(
    'getCluster1',
    { summary: 'Read one cluster', params: ClusterParams, query: ResourcesQuery, answer: Cluster, errors: ['clusterNotFound'] },
    async (scope, input) => toCluster(await getCluster(scope, clusterOf(input), input.query.showResources)),
  );

  change(
    'removeCluster',
    {
      summary: 'Delete a cluster',
      description: 'Answers at once; the cluster is deleting for a while and then gone.',
      params: ClusterParams,
      query: RemoveQuery,
      errors: ['clusterNotFound'],
    },
    (scope, input) => removeCluster(scope, clusterOf(input), input.query.deleteResources ?? false),
  );

  read(
    'getCluster',
    {
      summary: 'Read one cluster (v2)',
      description: 'With the key `v1-compatible` in the query the flat names of v1 stand beside the nested ones of v2.',
      query: ClusterV2Query,
      answer: ClusterBothWays,
      errors: ['clusterNotFound'],
    },
    async (scope, input) =>
      toClusterEitherWay(await getCluster(scope, clusterInQuery(input), input.query.showResources ?? true), input.query['v1-compatible']),
  );

  read(
    'classicGetCluster',
    {
      summary: 'Read one classic cluster (v2)',
      description: 'An array of one, as its only client decodes it.',
      query: ClusterQuery,
      answer: z.array(ClusterV2),
      errors: ['clusterNotFound'],
    },
    async (scope, input) => [toClusterV2(await getCluster(scope, clusterInQuery(input), input.query.showResources))],
  );

  read(
    'classicGetClusters',
    { summary: 'List classic clusters (v2)', query: ListQuery, answer: z.array(ClusterV2) },
    async (scope, { query, headers }) =>
      (await listClusters(scope, { ...query, resourceGroup: headers['x-auth-resource-group'] })).map(toClusterV2),
  );

  change(
    'v2EnableImageSecurity',
    { summary: 'Let only trusted images run', body: ClusterRequest, errors: ['clusterNotFound', 'actionNotAllowed'] },
    (scope, input) => setImageSecurity(scope, clusterInBody(input), true),
  );

  change(
    'v2DisableImageSecurity',
    { summary: 'Let any image run', body: ClusterRequest, errors: ['clusterNotFound', 'actionNotAllowed'] },
    (scope, input) => setImageSecurity(scope, clusterInBody(input), false),
  );

  change(
    'v2EnablePullSecret',
    {
      summary: "Put the secrets for pulling images into the cluster's default namespace",
      body: ClusterRequest,
      errors: clusterRefusals,
    },
    (scope, input) => applyPullSecret(scope, clusterInBody(input)),
  );
};
