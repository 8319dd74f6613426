import { refuseRequest } from '../../errors/iks-error.js';
import { type Addressed, endpointUrl, hasEndpoint, serverUrl } from '../clusters/endpoints.js';

/**
 * The name by which a kubeconfig knows its user: the email address, in the letter case of `wanted` where that is given.
 * @throws IksError invalidRequest when `wanted` is another address
 */
export function chooseUserName(email: string, wanted = email): string {
  if (wanted.toLowerCase() === email.toLowerCase()) return `IAM#${wanted}`;
  refuseRequest(`sub must be ${email}, the caller's email address, in any letter case`);
}

/** Ways to a master that callers ask for; the last two lead to clusters of other infrastructures alone. */
export const endpointTypes = ['public', 'private', 'vpe', 'link'] as const;
export type EndpointType = (typeof endpointTypes)[number];

/**
 * The address that a kubeconfig names: the wanted endpoint's, or else the usual one (R139).
 * @throws IksError invalidRequest when the cluster has no such endpoint
 */
export function chooseServer(cluster: Addressed, wanted: EndpointType | undefined): string {
  if (wanted === undefined) return serverUrl(cluster);
  if (wanted === 'vpe' || wanted === 'link') refuseRequest(`endpointType ${wanted} is not for classic clusters`);
  if (!hasEndpoint(cluster, wanted)) {
    refuseRequest(`endpointType ${wanted}: the ${wanted} service endpoint of the cluster is disabled`);
  }
  return endpointUrl(cluster, wanted);
}
