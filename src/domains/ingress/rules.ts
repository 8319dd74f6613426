import { digest } from '../../core/ids.js';

/** Names kept whole in a subdomain, and how much of longer ones is kept (R252). */
const KEPT_WHOLE = 26;
const KEPT_OF_LONGER = 24;

/** R251: 32 hex digits, the same in all subdomains of an account. */
const accountHash = (accountId: string): string => digest(32, 'ingress', accountId);

/** The part of a subdomain, and of its secret, that comes from the cluster's name (R252). */
export function namePart(clusterName: string): string {
  const label = clusterName.toLowerCase().replaceAll(/[._]/g, '-');
  return label.length <= KEPT_WHOLE ? label : label.slice(0, KEPT_OF_LONGER);
}

/** The name part when another cluster of the region has the plain one: shortened and told apart by chance (R252). */
export function distinctNamePart(clusterName: string, chance: string): string {
  const part = clusterName.length <= KEPT_WHOLE ? namePart(clusterName) : namePart(clusterName).slice(0, 17);
  return `${part}-${chance}`;
}

/** R251: the host name and the secret of a cluster's first subdomain. */
export function subdomainNames(part: string, accountId: string, hostRegion: string): { hostname: string; secretName: string } {
  const secretName = `${part}-${accountHash(accountId)}-0000`;
  return { hostname: `${secretName}.${hostRegion}.containers.appdomain.cloud`, secretName };
}

/** A VLAN on which a cluster lacks a portable subnet because the VLAN holds as many subnets as it can (R54). */
export interface FullVlan {
  readonly vlanId: string;
  readonly zone: string;
}

/** What a cluster tells about its Ingress: nothing before the subdomain is registered, unless a subnet is missing. */
export function ingressHealth(registered: boolean, fullVlans: readonly FullVlan[], limit: number): { status: string; message: string } {
  if (fullVlans.length > 0) {
    const where = fullVlans.map(({ vlanId, zone }) => `VLAN ${vlanId} in zone ${zone}`).join(', ');
    const message = `ErrorSubnetLimitReached: no portable subnet could be ordered on ${where}; a VLAN can have ${limit} subnets at most.`;
    return { status: registered ? 'warning' : 'critical', message };
  }
  return registered ? { status: 'healthy', message: 'All Ingress components are healthy.' } : { status: '', message: '' };
}
