import { RawAnswer } from '../../operations/raw-answer.js';
import type { Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { clusterInBody, clusterInQuery, clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams } from '../clusters/schemas.js';
import { AdminConfigQuery, ApplyRbac, ConfigQuery, kubeconfigAnswers, KubeconfigQuery, RbacStatus, RbacStatusQuery } from './schemas.js';
import { grantAccess, isSynchronized, type KubeconfigServices } from './service.js';
import { printAccess } from './wire.js';

export const kubeconfigRoutes = (services: KubeconfigServices): Routes => ({ read }) => {
  read(
    'getClusterConfig',
    { summary: 'Download the kubeconfig of a cluster', params: ClusterParams, query: ConfigQuery, rawAnswers: kubeconfigAnswers, errors: clusterRefusals },
    async (scope, { params, query, headers, origin }) => {
      const access = await grantAccess(services, scope, clusterOf({ params, headers }), { admin: false, sub: query.sub, origin });
      return new RawAnswer(printAccess(access, { version: 'v1', format: query.format, network: query.createNetworkConfig ?? false }));
    },
  );

  read(
    'getClusterConfigAdmin',
    { summary: 'Download the kubeconfig of an administrator', params: ClusterParams, query: AdminConfigQuery, rawAnswers: kubeconfigAnswers, errors: clusterRefusals },
    async (scope, { params, query, headers, origin }) => {
      const access = await grantAccess(services, scope, clusterOf({ params, headers }), { admin: true, origin });
      return new RawAnswer(printAccess(access, { version: 'v1', format: query.format, network: query.createNetworkConfig ?? false }));
    },
  );

  read(
    'getKubeconfig',
    { summary: 'Download the kubeconfig of a cluster (v2)', query: KubeconfigQuery, rawAnswers: kubeconfigAnswers, errors: clusterRefusals },
    async (scope, { query, headers, origin }) => {
      const access = await grantAccess(services, scope, clusterInQuery({ query, headers }), { admin: query.admin ?? false, origin });
      return new RawAnswer(printAccess(access, { version: 'v2', format: query.format, network: query.network ?? false }));
    },
  );

  read(
    'applyRBACAndGetKubeconfig',
    {
      summary: "Apply the account's roles to a cluster and download its kubeconfig",
      description: 'The roles of an account hold in its clusters at once, so there is nothing to wait for.',
      body: ApplyRbac,
      rawAnswers: kubeconfigAnswers,
      errors: clusterRefusals,
    },
    async (scope, { body, headers, origin }) => {
      const access = await grantAccess(services, scope, clusterInBody({ body, headers }), { admin: body.admin, endpointType: body.endpointType, origin });
      return new RawAnswer(printAccess(access, { version: 'v2', format: body.format, network: body.network }));
    },
  );

  read(
    'getRBACStatus',
    {
      summary: "Tell whether the account's roles hold in a cluster",
      query: RbacStatusQuery,
      answer: RbacStatus,
      errors: ['clusterNotFound'],
    },
    async (scope, input) => ({ synchronized: await isSynchronized(scope, clusterInQuery(input)), error: false }),
  );
};
