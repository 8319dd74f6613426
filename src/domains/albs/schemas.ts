import { z } from 'zod';
import { queryFlag } from '../../operations/query-flag.js';
import { exampleHostname, exampleSecretName } from '../clusters/examples.js';
import { clusterField } from '../clusters/field-schemas.js';
import { Side } from '../networking/vlans/schemas.js';
import { NEWEST_BUILD, OFFERED_BUILDS } from './builds.js';

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
  albBuild: NEWEST_BUILD,
  authBuild: '',
  nlbVersion: '1.0',
} as const;

const alb = {
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
};

/** R232. */
export const Alb = z.object(alb).meta({ id: 'ALBConfig', examples: [albExample] });

const albV2Example = { ...albExample, cluster: albExample.clusterID, loadBalancerHostname: '' };

/** A21. */
export const AlbV2 = z
  .object({ ...alb, cluster: z.string(), loadBalancerHostname: z.string() })
  .meta({ id: 'VpcALBConfig', examples: [albV2Example] });

const clusterAlbs = {
  id: z.string(),
  region: z.string(),
  dataCenter: z.string(),
  isPaid: z.boolean(),
  ingressHostname: z.string(),
  ingressSecretName: z.string(),
};

const clusterAlbsExample = {
  id: albExample.clusterID,
  region: 'us-south',
  dataCenter: 'dal10',
  isPaid: true,
  ingressHostname: exampleHostname,
  ingressSecretName: exampleSecretName,
};

/** One object with the list in `alb`: Terraform's client cannot read an array here (A1). */
export const ClusterAlbs = z
  .object({ ...clusterAlbs, alb: z.array(Alb) })
  .meta({ id: 'ClusterALB', examples: [{ ...clusterAlbsExample, alb: [albExample] }] });

export const ClusterAlbsV2 = z
  .object({ ...clusterAlbs, publicIngressHostname: z.string(), publicIngressSecretName: z.string(), alb: z.array(AlbV2) })
  .meta({
    id: 'VpcClusterALB',
    examples: [
      { ...clusterAlbsExample, publicIngressHostname: exampleHostname, publicIngressSecretName: exampleSecretName, alb: [albV2Example] },
    ],
  });

/** R243. */
export const AlbImages = z
  .object({ defaultK8sVersion: z.string(), supportedK8sVersions: z.array(z.string()) })
  .meta({
    id: 'AlbImageVersions',
    examples: [{ defaultK8sVersion: NEWEST_BUILD, supportedK8sVersions: [...OFFERED_BUILDS] }],
  });

export const AlbTypes = z.array(Side).meta({ examples: [['public', 'private']] });

export const AlbParams = z.object({
  albID: z.string().meta({ description: 'Id of an ALB.', examples: ['public-crc9t2m4ld0k7q1e5v8ub0-alb1'] }),
});

export const ClusterAlbsQuery = z.object({ cluster: clusterField });
export const AlbZoneParams = z.object({
  idOrName: clusterField,
  zoneId: z.string().meta({ description: 'A zone of the cluster.', examples: ['dal10'] }),
});

/** R234. Clients send the whole ALB; what is not named here has no effect. */
export const EnableAlb = z
  .object({
    albID: z.string(),
    clusterID: z.string().optional(),
    enable: z.boolean().optional().meta({ description: 'false disables the ALB, as DELETE does.' }),
    albip: z.string().optional().meta({ description: 'A free address of a portable or user-managed subnet on its VLAN.' }),
    albBuild: z.string().optional().meta({ description: 'Other than the newest only while auto update is off.' }),
    disableDeployment: z.boolean().optional().meta({ description: 'Of an ALB that is disabled: also leave its pods alone from now on.' }),
  })
  .meta({ id: 'EnableALBRequestBody', examples: [{ albID: albExample.albID.replace('public', 'private'), enable: true }] });

export type EnableAlbRequest = z.output<typeof EnableAlb>;

/** An object without content, which bluemix-go decodes (A13). */
export const Nothing = z.object({}).meta({ id: 'Nothing', examples: [{}] });

export const DisableAlbQuery = z.object({
  disableDeployment: queryFlag.meta({ description: 'Also leave its pods alone from now on.' }),
});

export const CreateAlb = z
  .object({
    type: Side,
    vlanID: z.string().meta({ description: "A VLAN of the cluster's workers in the zone, of the same type." }),
    zone: z.string().optional().meta({ description: 'The zone of the path again.' }),
    enableByDefault: z.boolean().optional().meta({ description: 'Without it the ALB is disabled.' }),
    ip: z.string().optional().meta({ description: 'A free address of a portable or user-managed subnet on the VLAN.' }),
    nlbVersion: z.enum(['1.0', '2.0']).optional(),
    ingressImage: z.string().optional().meta({ description: 'Other than the newest only while auto update is off.' }),
  })
  .meta({ id: 'CreateALBRequestBody', examples: [{ type: 'private', vlanID: '1000003', zone: 'dal10', enableByDefault: true }] });

export type CreateAlbRequest = z.output<typeof CreateAlb>;

export const CreateAlbResponse = z
  .object({ alb: z.string(), cluster: z.string() })
  .meta({ id: 'AlbCreateResp', examples: [{ alb: `private-cr${albExample.clusterID}-alb2`, cluster: albExample.clusterID }] });

/** R242. */
export const UpdatePolicy = z
  .object({
    autoUpdate: z.boolean(),
    latestVersion: z.boolean().meta({ description: 'Whether every enabled ALB runs the newest build.' }),
  })
  .meta({ id: 'UpdatePolicy', examples: [{ autoUpdate: true, latestVersion: true }] });

export const ChangeUpdatePolicy = z
  .object({
    autoUpdate: z.boolean(),
    latestVersion: z.boolean().optional().meta({ description: 'Taken and without effect: auto update leads to the newest build.' }),
  })
  .meta({ id: 'ChangeUpdatePolicyRequestBody', examples: [{ autoUpdate: false }] });
