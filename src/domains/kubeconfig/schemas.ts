import { z } from 'zod';
import { queryFlag } from '../../operations/query-flag.js';
import { clusterExampleName } from '../clusters/examples.js';
import { clusterField } from '../clusters/field-schemas.js';
import { endpointTypes } from './rules.js';

const format = z.enum(['zip', 'yaml', 'json']).default('zip');
export type Format = z.output<typeof format>;

const withNetwork = 'Add a template of a configuration for calicoctl to the zip.';

export const AdminConfigQuery = z.object({
  format: format.meta({ description: 'What to answer.' }),
  createNetworkConfig: queryFlag.meta({ description: withNetwork }),
});

export const ConfigQuery = AdminConfigQuery.extend({
  sub: z.string().optional().meta({
    description: "The caller's email address, in the letter case in which the kubeconfig is to name the caller.",
  }),
  skipRBAC: queryFlag.meta({
    description: 'Do not take the roles of the account over into the cluster first. They hold there at once, so it changes nothing.',
  }),
});

export const KubeconfigQuery = z.object({
  cluster: clusterField,
  format: format.meta({ description: 'What to answer.' }),
  admin: queryFlag.meta({ description: 'Log in as administrator, by a certificate.' }),
  network: queryFlag.meta({ description: withNetwork }),
});

export const ApplyRbac = z
  .object({
    cluster: clusterField,
    format,
    admin: z.boolean().default(false).meta({ description: 'Log in as administrator, by a certificate.' }),
    network: z.boolean().default(false).meta({ description: withNetwork }),
    endpointType: z.enum(endpointTypes).optional().meta({ description: 'Which service endpoint to name; without it the public one when that is on.' }),
  })
  .meta({
    id: 'ApplyRBACAndGetKubeconfigRequest',
    examples: [{ cluster: clusterExampleName, format: 'yaml', admin: false, network: false }],
  });

export const RbacStatusQuery = z.object({ cluster: clusterField });

export const RbacStatus = z
  .object({
    synchronized: z.boolean().meta({ description: 'Whether the roles of the account hold in the cluster.' }),
    error: z.boolean(),
  })
  .meta({ id: 'RBACStatus', examples: [{ synchronized: true, error: false }] });

const clusterName = `${clusterExampleName}/c9t2m4ld0k7q1e5v8ub0`;

/** Of Kubernetes; bulky parts are named as files inside a zip, and held as base64 of PEM elsewhere. */
export const Kubeconfig = z
  .object({
    apiVersion: z.literal('v1'),
    kind: z.literal('Config'),
    preferences: z.object({}),
    'current-context': z.string(),
    clusters: z.array(
      z.object({
        name: z.string(),
        cluster: z.object({
          server: z.string(),
          'certificate-authority': z.string().optional(),
          'certificate-authority-data': z.string().optional(),
        }),
      }),
    ),
    contexts: z.array(z.object({ name: z.string(), context: z.object({ cluster: z.string(), user: z.string(), namespace: z.string() }) })),
    users: z.array(
      z.object({
        name: z.string(),
        user: z.object({
          'auth-provider': z.object({ name: z.string(), config: z.record(z.string(), z.string()) }).optional(),
          'client-certificate': z.string().optional(),
          'client-key': z.string().optional(),
          'client-certificate-data': z.string().optional(),
          'client-key-data': z.string().optional(),
        }),
      }),
    ),
  })
  .meta({
    id: 'Kubeconfig',
    examples: [
      {
        apiVersion: 'v1',
        kind: 'Config',
        preferences: {},
        'current-context': clusterName,
        clusters: [
          {
            name: clusterName,
            cluster: { 'certificate-authority-data': 'LS0tLS1CRUdJTiBD', server: 'https://c2.us-south.containers.cloud.ibm.com:30422' },
          },
        ],
        contexts: [{ name: clusterName, context: { cluster: clusterName, user: 'IAM#owner@example.com', namespace: 'default' } }],
        users: [
          {
            name: 'IAM#owner@example.com',
            user: {
              'auth-provider': {
                name: 'oidc',
                config: {
                  'client-id': 'kube',
                  'client-secret': 'kube',
                  'id-token': 'eyJhbGciOiJSUzI1NiJ9',
                  'idp-issuer-url': 'http://127.0.0.1:4570/identity',
                  'refresh-token': 'eyJhbGciOiJSUzI1NiJ9',
                },
              },
            },
          },
        ],
      },
    ],
  });

/** The answers of every kubeconfig operation, by content type. */
export const kubeconfigAnswers = {
  'application/zip': z.file().meta({ description: 'The kubeconfig as YAML, and the certificates and keys that it names.' }),
  'application/yaml': Kubeconfig,
  'application/json': Kubeconfig,
};
