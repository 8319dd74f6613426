import type { Clock } from '../../core/clock.js';
import { allows } from '../../core/lifecycle.js';
import type { CertificateAuthority, Cluster } from '../../generated/prisma/client.js';
import { requireRole } from '../accounts/caller.js';
import type { AccountScope } from '../accounts/scope.js';
import type { AccountService } from '../accounts/service.js';
import { requireAction } from '../clusters/actions.js';
import type { ClusterCall } from '../clusters/cluster-call.js';
import { clusterLifecycle } from '../clusters/lifecycle.js';
import { findCluster } from '../clusters/service.js';
import { issuerAt } from '../identity/facts.js';
import { issueKubeTokens } from '../identity/service.js';
import type { TokenService } from '../identity/tokens.js';
import { createAuthority, issueClientCertificate, type KeyedCertificate } from './certificates.js';
import * as repository from './repository.js';
import { chooseServer, chooseUserName, type EndpointType } from './rules.js';

export interface KubeconfigServices {
  readonly accounts: AccountService;
  readonly tokens: TokenService;
  readonly clock: Clock;
}

/** How the caller wants to get at the API server. */
export interface AccessWish {
  readonly admin: boolean;
  readonly endpointType?: EndpointType | undefined;
  /** The caller's email address as the kubeconfig is to write it. */
  readonly sub?: string | undefined;
  /** Where the caller found this server, and will find it when its tokens need a refresh. */
  readonly origin: string;
}

/** Who logs in at the API server: an administrator by certificate, everybody else by the tokens of IAM. */
export type ClusterUser =
  | { readonly kind: 'administrator'; readonly name: string; readonly client: KeyedCertificate }
  | { readonly kind: 'iam'; readonly name: string; readonly issuer: string; readonly idToken: string; readonly refreshToken: string };

/** All that a kubeconfig tells: where the API server is, whom to trust there, and who the caller is. */
export interface ClusterAccess {
  readonly cluster: Cluster;
  readonly server: string;
  readonly authorityCertificate: string;
  readonly user: ClusterUser;
  /** In real time, as are its certificates and tokens: tools outside look at them. */
  readonly grantedAt: Date;
}

/**
 * Lets the caller in at the API server of a cluster (R298). Certificates and tokens are new at each call; the
 * cluster's certificate authority is made at the first one and kept.
 * @throws IksError clusterNotFound, notAuthorized when somebody else wants to be administrator (R300),
 *   masterNotDeployed while nothing answers there (R124), actionNotAllowed when the cluster goes, invalidRequest for an
 *   endpoint that it does not have and a `sub` that is not the caller's
 */
export async function grantAccess(
  services: KubeconfigServices,
  scope: AccountScope,
  call: ClusterCall,
  { admin, endpointType, sub, origin }: AccessWish,
): Promise<ClusterAccess> {
  const cluster = await findCluster(scope, call.cluster, call.region);
  if (admin) requireRole(scope.caller, 'administrator');
  requireAction(cluster, 'use API server', 'The use of the API server');
  const server = chooseServer(cluster, endpointType);
  const name = chooseUserName(scope.caller.user.email, sub);
  const grantedAt = services.clock.now();
  const authority = await ensureAuthority(services, scope, cluster.id, grantedAt);
  const user = admin ? await asAdministrator(authority, name, grantedAt) : await asIamUser(services, scope, name, issuerAt(origin));
  return { cluster, server, authorityCertificate: authority.certificate, user, grantedAt };
}

/**
 * Whether the roles of the account hold in the cluster: as soon as it has an API server that keeps them.
 * @throws IksError clusterNotFound
 */
export async function isSynchronized(scope: AccountScope, call: ClusterCall): Promise<boolean> {
  const { state } = await findCluster(scope, call.cluster, call.region);
  return allows(clusterLifecycle, state, 'use API server');
}

async function asAdministrator(authority: CertificateAuthority, name: string, now: Date): Promise<ClusterUser> {
  const client = await issueClientCertificate(authority, { organization: 'system:masters', commonName: name }, now);
  return { kind: 'administrator', name, client };
}

async function asIamUser({ tokens }: KubeconfigServices, { caller }: AccountScope, name: string, issuer: string): Promise<ClusterUser> {
  const kubeTokens = await issueKubeTokens(tokens, { caller, issuer });
  return { kind: 'iam', name, issuer, ...kubeTokens };
}

/** Most calls read; only the first of a cluster takes the account's lock, and none while it makes keys. */
async function ensureAuthority({ accounts }: KubeconfigServices, scope: AccountScope, clusterId: string, now: Date): Promise<CertificateAuthority> {
  const known = await repository.findAuthority(scope, clusterId);
  if (known !== null) return known;
  const made = await createAuthority({ organization: 'iks-emulator', commonName: clusterId }, now);
  return accounts.change(scope.caller, async (transaction) => {
    await findCluster(transaction, clusterId, undefined);
    const meanwhile = await repository.findAuthority(transaction, clusterId);
    return meanwhile ?? repository.insertAuthority(transaction, { clusterId, ...made });
  });
}
