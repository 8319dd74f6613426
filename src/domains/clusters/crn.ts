import type { Cluster } from '../../generated/prisma/client.js';

/** What names a cluster on the whole platform. Clients take it as it is, and it never changes. */
export const clusterCrn = ({ region, accountId, id }: Pick<Cluster, 'region' | 'accountId' | 'id'>): string =>
  `crn:v1:bluemix:public:containers-kubernetes:${region}:a/${accountId}:${id}::`;

/** The id in a cluster's CRN; some other text or none in what is no such CRN. */
export const idInClusterCrn = (crn: string): string | undefined => crn.split(':')[7];
