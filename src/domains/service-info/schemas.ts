import { z } from 'zod';

export const Message = z
  .object({ id: z.string(), message: z.string(), services: z.array(z.string()) })
  .meta({
    id: 'MessageResponse',
    examples: [
      {
        id: '1.34',
        message: 'Kubernetes version 1.34 is deprecated and goes out of service on 2026-11-01. Update the clusters: my-cluster.',
        services: ['containers-kubernetes'],
      },
    ],
  });

export const BluemixConfig = z
  .object({
    acct_url: z.string(),
    bluemix_url: z.string(),
    env_name: z.string(),
    iam_base_url: z.string(),
    iam_client_id: z.string(),
    iam_client_secret: z.string(),
    iam_issuer: z.string(),
    iam_papurl: z.string(),
    iam_pdpurl: z.string(),
    iam_url: z.string(),
    uaa_url: z.string(),
  })
  .meta({
    id: 'BluemixConfig',
    examples: [
      {
        acct_url: 'http://127.0.0.1:4570',
        bluemix_url: 'http://127.0.0.1:4570',
        env_name: 'iks-emulator',
        iam_base_url: 'http://127.0.0.1:4570',
        iam_client_id: 'kube',
        iam_client_secret: 'kube',
        iam_issuer: 'http://127.0.0.1:4570/identity',
        iam_papurl: 'http://127.0.0.1:4570',
        iam_pdpurl: 'http://127.0.0.1:4570',
        iam_url: 'http://127.0.0.1:4570/identity',
        uaa_url: 'http://127.0.0.1:4570',
      },
    ],
  });

export const ProductConfig = z
  .object({
    company_name: z.string(),
    container_service_name: z.string(),
    iaas_name: z.string(),
    product_name: z.string(),
    product_name_short: z.string(),
  })
  .meta({
    id: 'ProductConfig',
    examples: [
      {
        company_name: 'IBM',
        container_service_name: 'IBM Cloud Kubernetes Service',
        iaas_name: 'IBM Cloud infrastructure',
        product_name: 'IBM Cloud',
        product_name_short: 'ibmcloud',
      },
    ],
  });
