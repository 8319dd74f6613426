import { z } from 'zod';
import { Side } from '../networking/vlans/schemas.js';

const albExample = {
  albID: 'public-crc9t2m4ld0k7q1e5v8ub0-alb1',
  clusterID: 'c9t2m4ld0k7q1e5v8ub0',
  name: '',
  albType: 'public',
  enable: true,
  state: 'enabled',
  status: 'healthy',
  createdDate: '2026-08-22T10:47:31+0000',
  numOfInstances: '2',
  resize: false,
  zone: 'dal10',
  albip: '169.48.0.18',
  vlanID: '1000005',
  disableDeployment: false,
  albBuild: '1.12.1_5237_iks',
  authBuild: '',
  nlbVersion: '1.0',
} as const;

/** R232. */
export const Alb = z
  .object({
    albID: z.string(),
    clusterID: z.string(),
    name: z.string(),
    albType: Side,
    enable: z.boolean(),
    state: z.enum(['enabled', 'disabled']),
    status: z.string(),
    createdDate: z.string(),
    numOfInstances: z.string().meta({ description: 'Empty while the ALB is disabled.' }),
    resize: z.boolean(),
    zone: z.string(),
    albip: z.string(),
    vlanID: z.string(),
    disableDeployment: z.boolean(),
    albBuild: z.string(),
    authBuild: z.string(),
    nlbVersion: z.string(),
  })
  .meta({ id: 'ALBConfig', examples: [albExample] });

/** One object with the list in `alb`: Terraform's client cannot read an array here (A1). */
export const ClusterAlbs = z
  .object({
    id: z.string(),
    region: z.string(),
    dataCenter: z.string(),
    isPaid: z.boolean(),
    ingressHostname: z.string(),
    ingressSecretName: z.string(),
    alb: z.array(Alb),
  })
  .meta({
    id: 'ClusterALB',
    examples: [
      {
        id: 'c9t2m4ld0k7q1e5v8ub0',
        region: 'us-south',
        dataCenter: 'dal10',
        isPaid: true,
        ingressHostname: 'my-cluster-5e0c9a7b31d846f2a8b4c6d0e1f29375-0000.us-south.containers.appdomain.cloud',
        ingressSecretName: 'my-cluster-5e0c9a7b31d846f2a8b4c6d0e1f29375-0000',
        alb: [albExample],
      },
    ],
  });

export const AlbParams = z.object({
  albID: z.string().meta({ description: 'Id of an ALB.', examples: ['public-crc9t2m4ld0k7q1e5v8ub0-alb1'] }),
});
