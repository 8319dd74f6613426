import type { Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { clusterInQuery, clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams } from '../clusters/schemas.js';
import { getCluster } from '../clusters/service.js';
import { Side } from '../networking/vlans/schemas.js';
import { NEWEST_BUILD, OFFERED_BUILDS } from './builds.js';
import { configureAlb } from './configure.js';
import { createAlb } from './create.js';
import { disableAlb } from './disable.js';
import {
  Alb,
  AlbImages,
  AlbParams,
  AlbTypes,
  AlbV2,
  AlbZoneParams,
  ChangeUpdatePolicy,
  ClusterAlbs,
  ClusterAlbsQuery,
  ClusterAlbsV2,
  CreateAlb,
  CreateAlbResponse,
  DisableAlbQuery,
  EnableAlb,
  Nothing,
  UpdatePolicy,
} from './schemas.js';
import { findAlb, listAlbs } from './service.js';
import { changeUpdatePolicy, getUpdatePolicy, rollBackUpdate, updateAlbs } from './updates.js';
import { toAlb, toAlbImages, toAlbV2, toClusterAlbs, toClusterAlbsV2 } from './wire.js';

export const albRoutes: Routes = ({ lookUp, read, change }) => {
  lookUp('getAvailableALBTypes', { summary: 'List the types of ALBs', answer: AlbTypes }, () => Side.options);

  lookUp('getSupportedImages', { summary: 'List the builds that ALBs can run', answer: AlbImages }, () => toAlbImages(OFFERED_BUILDS, NEWEST_BUILD));

  read(
    'getClusterALBs',
    { summary: 'List the ALBs of a cluster', params: ClusterParams, answer: ClusterAlbs, errors: ['clusterNotFound'] },
    async (scope, input) => {
      const cluster = await getCluster(scope, clusterOf(input));
      return toClusterAlbs(cluster, await listAlbs(scope, cluster.id));
    },
  );

  read(
    'v2GetClusterALBs',
    { summary: 'List the ALBs of a cluster (v2)', query: ClusterAlbsQuery, answer: ClusterAlbsV2, errors: ['clusterNotFound'] },
    async (scope, input) => {
      const cluster = await getCluster(scope, clusterInQuery(input));
      return toClusterAlbsV2(cluster, await listAlbs(scope, cluster.id));
    },
  );

  read(
    'getClusterALB',
    { summary: 'Read one ALB', params: AlbParams, answer: Alb, errors: ['albNotFound'] },
    async (scope, { params }) => toAlb(await findAlb(scope, params.albID)),
  );

  read(
    'v2GetClusterALB',
    { summary: 'Read one ALB (v2)', query: AlbParams, answer: AlbV2, errors: ['albNotFound'] },
    async (scope, { query }) => toAlbV2(await findAlb(scope, query.albID)),
  );

  change(
    'enableALB',
    {
      summary: 'Enable an ALB, or disable it',
      description: 'It takes an address on its VLAN: the one that is named, the one that it had before, or the lowest free one.',
      body: EnableAlb,
      answer: Nothing,
      errors: ['actionNotAllowed', 'noPortableSubnet', 'albNotFound', 'clusterNotFound', 'heldByAnother'],
    },
    async (scope, { body, headers }) => {
      await configureAlb(scope, body, headers['x-region']);
      return {};
    },
  );

  change(
    'disableALB',
    {
      summary: 'Disable an ALB',
      description: 'Its address is free for others at once.',
      params: AlbParams,
      query: DisableAlbQuery,
      errors: ['actionNotAllowed', 'albNotFound'],
    },
    (scope, { params, query }) => disableAlb(scope, params.albID, query.disableDeployment),
  );

  change(
    'createALB',
    {
      summary: 'Create a further ALB in a zone of a cluster',
      params: AlbZoneParams,
      body: CreateAlb,
      answer: CreateAlbResponse,
      errors: [...clusterRefusals, 'noPortableSubnet', 'heldByAnother'],
    },
    (scope, input) => createAlb(scope, clusterOf(input), input.params.zoneId, input.body),
  );

  read(
    'getUpdatePolicy',
    { summary: 'Read how the ALBs of a cluster are updated', params: ClusterParams, answer: UpdatePolicy, errors: ['clusterNotFound'] },
    (scope, input) => getUpdatePolicy(scope, clusterOf(input)),
  );

  change(
    'changeUpdatePolicy',
    {
      summary: 'Switch the auto update of ALBs on or off',
      params: ClusterParams,
      body: ChangeUpdatePolicy,
      errors: ['actionNotAllowed', 'clusterNotFound'],
    },
    (scope, input) => changeUpdatePolicy(scope, clusterOf(input), input.body.autoUpdate),
  );

  change(
    'updateALBs',
    { summary: 'Update the ALBs of a cluster to the newest build', params: ClusterParams, errors: clusterRefusals },
    (scope, input) => updateAlbs(scope, clusterOf(input)),
  );

  change(
    'rollbackUpdate',
    {
      summary: 'Take back the last update of ALBs',
      description: 'One step. Auto update is off from then on.',
      params: ClusterParams,
      errors: clusterRefusals,
    },
    (scope, input) => rollBackUpdate(scope, clusterOf(input)),
  );
};
