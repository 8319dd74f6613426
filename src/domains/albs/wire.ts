import type { z } from 'zod';
import { formatDate } from '../../core/dates.js';
import type { ClusterView } from '../clusters/view.js';
import type { AlbWithLease } from './repository.js';
import type { Alb, ClusterAlbs } from './schemas.js';

/** The nginx build that every enabled ALB runs (R243). */
const ALB_BUILD = '1.12.1_5237_iks';

/** R232, R233: what a disabled ALB does not have is empty. */
export function toAlb(alb: AlbWithLease): z.input<typeof Alb> {
  const { enabled } = alb;
  return {
    albID: alb.id,
    clusterID: alb.clusterId,
    name: '',
    albType: alb.side,
    enable: enabled,
    state: enabled ? 'enabled' : 'disabled',
    status: alb.state,
    createdDate: formatDate(alb.createdAt),
    numOfInstances: enabled ? '2' : '',
    resize: false,
    zone: alb.zone,
    albip: alb.lease?.address ?? '',
    vlanID: alb.vlanId,
    disableDeployment: false,
    albBuild: enabled ? ALB_BUILD : '',
    authBuild: '',
    nlbVersion: '1.0',
  };
}

export const toClusterAlbs = (cluster: ClusterView, albs: readonly AlbWithLease[]): z.input<typeof ClusterAlbs> => ({
  id: cluster.id,
  region: cluster.region,
  dataCenter: cluster.zone,
  isPaid: true,
  ingressHostname: cluster.ingress.hostname,
  ingressSecretName: cluster.ingress.secretName,
  alb: albs.map(toAlb),
});
