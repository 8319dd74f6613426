import type { z } from 'zod';
import { formatDate } from '../../core/dates.js';
import type { ClusterView } from '../clusters/view.js';
import type { AlbWithLease } from './repository.js';
import type { Alb, AlbImages, AlbV2, ClusterAlbs, ClusterAlbsV2 } from './schemas.js';

/**
 * R232, R233: a disabled ALB runs no instances; a private one shows nothing of what it had, a public one still
 * shows the address that it had last, though others may have it by now (R237).
 */
export function toAlb(alb: AlbWithLease): z.input<typeof Alb> {
  const { enabled, side } = alb;
  const showsPast = enabled || side === 'public';
  return {
    albID: alb.id,
    clusterID: alb.clusterId,
    name: '',
    albType: side,
    enable: enabled,
    state: enabled ? 'enabled' : 'disabled',
    status: alb.state,
    createdDate: formatDate(alb.createdAt),
    numOfInstances: enabled ? '2' : '',
    resize: false,
    zone: alb.zone,
    albip: showsPast ? (alb.lastAddress ?? '') : '',
    vlanID: alb.vlanId,
    disableDeployment: alb.disableDeployment,
    albBuild: showsPast ? alb.build : '',
    authBuild: '',
    nlbVersion: alb.nlbVersion,
  };
}

/** The v2 form: what all infrastructures have in common, and the fields of classic ALBs beside it (A21). */
export const toAlbV2 = (alb: AlbWithLease): z.input<typeof AlbV2> => ({
  ...toAlb(alb),
  cluster: alb.clusterId,
  loadBalancerHostname: '',
});

export const toClusterAlbs = (cluster: ClusterView, albs: readonly AlbWithLease[]): z.input<typeof ClusterAlbs> => ({
  id: cluster.id,
  region: cluster.region,
  dataCenter: cluster.zone,
  isPaid: !cluster.free,
  ingressHostname: cluster.ingress.hostname,
  ingressSecretName: cluster.ingress.secretName,
  alb: albs.map(toAlb),
});

export const toClusterAlbsV2 = (cluster: ClusterView, albs: readonly AlbWithLease[]): z.input<typeof ClusterAlbsV2> => ({
  ...toClusterAlbs(cluster, albs),
  publicIngressHostname: cluster.ingress.hostname,
  publicIngressSecretName: cluster.ingress.secretName,
  alb: albs.map(toAlbV2),
});

/** One object: its client cannot read an array here (A2). */
export const toAlbImages = (builds: readonly string[], newest: string): z.input<typeof AlbImages> => ({
  defaultK8sVersion: newest,
  supportedK8sVersions: [...builds],
});
