import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams } from '../clusters/schemas.js';
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
    (scope, input) => addWebhook(scope, clusterOf(input), input.body),
  );

  read(
    'getClusterWebhooks',
    { summary: 'List the webhooks of a cluster', params: ClusterParams, answer: z.array(Webhook), errors: ['clusterNotFound'] },
    async (scope, input) => (await listWebhooks(scope, clusterOf(input))).map(toWebhook),
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
    (scope, input) => setAuditWebhook(scope, clusterOf(input), input.body),
  );

  read(
    'getAuditWebhook',
    { summary: 'Read the audit webhook of an API server', params: ClusterParams, answer: AuditWebhook, errors: ['clusterNotFound'] },
    async (scope, input) => toAuditWebhook(await readAuditWebhook(scope, clusterOf(input))),
  );

  change(
    'deleteAuditWebhook',
    {
      summary: 'Remove the audit webhook of an API server',
      description: refresh,
      params: ClusterParams,
      errors: ['clusterNotFound', 'actionNotAllowed'],
    },
    (scope, input) => removeAuditWebhook(scope, clusterOf(input)),
  );
};
