/** How a call names its cluster: by id or name, the name in a region where that is given (R81, R95). */
export interface ClusterCall {
  readonly cluster: string;
  readonly region: string | undefined;
}

interface WithRegion {
  readonly headers: { readonly 'x-region': string | undefined };
}

/** What v1 calls say about a cluster. */
export interface PathInput extends WithRegion {
  readonly params: { readonly idOrName: string };
}

interface QueryInput extends WithRegion {
  readonly query: { readonly cluster: string };
}

/** What v2 calls say about a cluster that they change. */
export interface BodyInput extends WithRegion {
  readonly body: { readonly cluster: string };
}

/** The cluster in the path of a v1 call. */
export const clusterOf = ({ params, headers }: PathInput): ClusterCall => ({ cluster: params.idOrName, region: headers['x-region'] });

/** The cluster that the query of a v2 call names. */
export const clusterInQuery = ({ query, headers }: QueryInput): ClusterCall => ({ cluster: query.cluster, region: headers['x-region'] });

/** The cluster that the body of a v2 call names. */
export const clusterInBody = ({ body, headers }: BodyInput): ClusterCall => ({ cluster: body.cluster, region: headers['x-region'] });
