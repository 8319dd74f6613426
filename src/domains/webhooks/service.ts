import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Webhook } from '../../generated/prisma/client.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { findCluster, openCluster } from '../clusters/service.js';
import * as repository from './repository.js';
import type { UpdateAuditWebhookRequest } from './schemas.js';

/** What is kept of an audit webhook. The client's key is not: nothing here connects with it. */
const AuditConfig = z.object({ auditServer: z.string(), caCertificate: z.string(), clientCertificate: z.string() });
type AuditConfig = z.output<typeof AuditConfig>;

/** The audit webhook of a cluster. */
export interface AuditWebhookView {
  /** What is set, or null where nothing is. */
  readonly config: AuditConfig | null;
  /** Whether the API server runs with just that. */
  readonly inEffect: boolean;
}

/**
 * The webhooks of a cluster, oldest first. There is no way to remove one (R292).
 * @throws IksError clusterNotFound
 */
export async function listWebhooks(scope: AccountScope, call: ClusterCall): Promise<Webhook[]> {
  const { id } = await findCluster(scope, call.cluster, call.region);
  return repository.findWebhooks(scope, id);
}

/** @throws IksError as {@link openCluster} */
export async function addWebhook(
  scope: AccountTransaction,
  call: ClusterCall,
  webhook: Pick<Webhook, 'level' | 'type' | 'url'>,
): Promise<void> {
  const cluster = await openCluster(scope, call, 'configure', 'A new webhook');
  await repository.insertWebhook(scope, { ...webhook, id: scope.ids.hex(32), clusterId: cluster.id, createdAt: scope.now });
}

/**
 * What is set shows at once, for callers look at it before they refresh the master.
 * @throws IksError clusterNotFound
 */
export async function readAuditWebhook(scope: AccountScope, call: ClusterCall): Promise<AuditWebhookView> {
  const { auditWebhook, auditWebhookInEffect } = await findCluster(scope, call.cluster, call.region);
  return { config: AuditConfig.nullable().parse(auditWebhook), inEffect: isDeepStrictEqual(auditWebhook, auditWebhookInEffect) };
}

/**
 * Sets where the API server sends its audit events, in place of what was set. It takes effect when the API server
 * is next started: with the master's deployment, a refresh or an update (R293).
 * @throws IksError as {@link openCluster}
 */
export async function setAuditWebhook(scope: AccountTransaction, call: ClusterCall, request: UpdateAuditWebhookRequest): Promise<void> {
  const cluster = await openCluster(scope, call, 'configure', 'A change of the audit webhook');
  const { auditServer, caCertificate = '', clientCertificate = '' } = request;
  await repository.saveAuditWebhook(scope, cluster, { auditServer, caCertificate, clientCertificate });
}

/**
 * Removes the audit webhook, from when the API server is next started (R293). Where none is set nothing changes.
 * @throws IksError as {@link openCluster}
 */
export async function removeAuditWebhook(scope: AccountTransaction, call: ClusterCall): Promise<void> {
  const cluster = await openCluster(scope, call, 'configure', 'A change of the audit webhook');
  await repository.saveAuditWebhook(scope, cluster, null);
}
