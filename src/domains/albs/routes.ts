import type { Routes } from '../../operations/router.js';
import { ClusterParams } from '../clusters/schemas.js';
import { getCluster } from '../clusters/service.js';
import { Alb, AlbParams, ClusterAlbs } from './schemas.js';
import { findAlb, listAlbs } from './service.js';
import { toAlb, toClusterAlbs } from './wire.js';

export const albRoutes: Routes = ({ read }) => {
  read(
    'getClusterALBs',
    { summary: 'List the ALBs of a cluster', params: ClusterParams, answer: ClusterAlbs, errors: ['clusterNotFound'] },
    async (scope, { params, headers }) => {
      const cluster = await getCluster(scope, params.idOrName, headers['x-region']);
      return toClusterAlbs(cluster, await listAlbs(scope, cluster.id));
    },
  );

  read(
    'getClusterALB',
    { summary: 'Read one ALB', params: AlbParams, answer: Alb, errors: ['albNotFound'] },
    async (scope, { params }) => toAlb(await findAlb(scope, params.albID)),
  );
};
