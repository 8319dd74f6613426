import { z } from 'zod';
import { clusterExampleName } from '../clusters/examples.js';
import { clusterField } from '../clusters/field-schemas.js';

const instanceExample = 'b91d5f70-3c2e-4a68-9f04-e7d6a8c1b253';
const rootKeyExample = '0c7e4b19-58d3-42fa-a6b0-91f3e5d7c284';

/** The v1 form: camelCase, and the address of the key management service. */
export const CreateKmsConfig = z
  .object({
    crkID: z.string().meta({ description: 'Id of the customer root key.' }),
    instanceID: z.string().meta({ description: 'Id of the instance of the key management service.' }),
    url: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).meta({
      description: 'Address of the service; a host that begins with `private.` is its private endpoint.',
    }),
    correlationID: z.string().optional().meta({ description: 'Read and without effect.' }),
    serviceToService: z.boolean().optional().meta({ description: 'Read and without effect.' }),
  })
  .meta({
    id: 'CreateKMSConfigRequestBody',
    examples: [{ crkID: rootKeyExample, instanceID: instanceExample, url: 'https://us-south.kms.cloud.ibm.com' }],
  });

/** The v2 form: snake_case. */
export const EnableKms = z
  .object({
    cluster: clusterField,
    crk_id: z.string().meta({ description: 'Id of the customer root key.' }),
    instance_id: z.string().meta({ description: 'Id of the instance of the key management service.' }),
    private_endpoint: z.boolean().optional(),
    account_id: z.string().optional().meta({ description: 'The account of the instance. Read and without effect.' }),
  })
  .meta({
    id: 'KmsEnableClusterRequestBody',
    examples: [{ cluster: clusterExampleName, crk_id: rootKeyExample, instance_id: instanceExample, private_endpoint: false }],
  });

export const KmsInstance = z
  .object({ instance_id: z.string(), name: z.string(), region: z.string(), service: z.string() })
  .meta({
    id: 'GetKMSInstanceResponse',
    examples: [{ instance_id: instanceExample, name: instanceExample, region: 'us-south', service: 'kms' }],
  });

export const RootKey = z
  .object({ crk_id: z.string(), name: z.string() })
  .meta({ id: 'GetCRKResponse', examples: [{ crk_id: rootKeyExample, name: rootKeyExample }] });

export const RootKeyQuery = z.object({
  kms_instance: z.string().meta({ description: 'Id of an instance.', examples: [instanceExample] }),
});
