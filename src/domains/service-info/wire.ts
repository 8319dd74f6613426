import type { z } from 'zod';
import type { ClusterType } from '../../generated/prisma/enums.js';
import { issuerAt, KUBE_CLIENT } from '../identity/facts.js';
import type { BluemixConfig, Message, ProductConfig } from './schemas.js';
import type { Deprecation } from './service.js';

const platforms: Readonly<Record<ClusterType, string>> = { kubernetes: 'Kubernetes', openshift: 'OpenShift' };

export const toMessage = ({ version, clusters }: Deprecation): z.input<typeof Message> => ({
  id: version.majorMinor,
  message: `${platforms[version.type]} version ${version.majorMinor} is deprecated and goes out of service on ${version.endOfService}. Update the clusters: ${clusters.join(', ')}.`,
  services: ['containers-kubernetes'],
});

/** Where a client finds what it logs in with: all of it is this server, at the address the caller knows it by. */
export const toBluemixConfig = (origin: string): z.input<typeof BluemixConfig> => ({
  acct_url: origin,
  bluemix_url: origin,
  env_name: 'iks-emulator',
  iam_base_url: origin,
  iam_client_id: KUBE_CLIENT.id,
  iam_client_secret: KUBE_CLIENT.secret,
  iam_issuer: issuerAt(origin),
  iam_papurl: origin,
  iam_pdpurl: origin,
  iam_url: issuerAt(origin),
  uaa_url: origin,
});

/** The names that the command line prints. */
export const productConfig: z.input<typeof ProductConfig> = {
  company_name: 'IBM',
  container_service_name: 'IBM Cloud Kubernetes Service',
  iaas_name: 'IBM Cloud infrastructure',
  product_name: 'IBM Cloud',
  product_name_short: 'ibmcloud',
};
