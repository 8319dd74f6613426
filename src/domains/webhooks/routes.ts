import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { ClusterParams } from '../clusters/schemas.js';
import { findCluster } from '../clusters/service.js';
import { AddWebhook, AuditWebhook, UpdateAuditWebhook, Webhook } from './schemas.js';
import { addWebhook, listWebhooks, readAuditWebhook, removeAuditWebhook, setAuditWebhook } from './service.js';
import { toAuditWebhook, toWebhook } from './wire.js';

const refresh = 'It shows at once, and takes effect when the API server is next started: with a refresh of the master or an update.';

export const webhookRoutes: Routes = ({ read, change }) => {
  change(
    'addClusterWebhooks',
    {
      summary: 'Add a webhook to a cluster',
      params: ClusterParams,
      body: AddWebhook,
      errors: ['clusterNotFound', 'actionNotAllowed'],
    },
    async (scope, { params, body, headers }) =>
      addWebhook(scope, await findCluster(scope, params.idOrName, headers['x-region']), body),
  );

  read(
    'getClusterWebhooks',
    { summary: 'List the webhooks of a cluster', params: ClusterParams, answer: z.array(Webhook), errors: ['clusterNotFound'] },
    async (scope, { params, headers }) => {
      const { id } = await findCluster(scope, params.idOrName, headers['x-region']);
      return (await listWebhooks(scope, id)).map(toWebhook);
    },
  );

  change(
    'updateAuditWebhook',
    {
      summary: 'Set the audit webhook of an API server',
      description: refresh,
      params: ClusterParams,
      body: UpdateAuditWebhook,
      errors: ['clusterNotFound', 'actionNotAllowed'],
    },
    async (scope, { params, body, headers }) =>
      setAuditWebhook(scope, await findCluster(scope, params.idOrName, headers['x-region']), body),
  );

  read(
    'getAuditWebhook',
    { summary: 'Read the audit webhook of an API server', params: ClusterParams, answer: AuditWebhook, errors: ['clusterNotFound'] },
    async (scope, { params, headers }) =>
      toAuditWebhook(readAuditWebhook(await findCluster(scope, params.idOrName, headers['x-region']))),
  );

  change(
    'deleteAuditWebhook',
    {
      summary: 'Remove the audit webhook of an API server',
      description: refresh,
      params: ClusterParams,
      errors: ['clusterNotFound', 'actionNotAllowed'],
    },
    async (scope, { params, headers }) =>
      removeAuditWebhook(scope, await findCluster(scope, params.idOrName, headers['x-region'])),
  );
};
