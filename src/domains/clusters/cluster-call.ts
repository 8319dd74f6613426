/** How a call names its cluster: by id or name, the name in a region where that is given (R81, R95). */
export interface ClusterCall {
  readonly cluster: string;
  readonly region: string | undefined;
}

/** The cluster in the path of a v1 call. */
export const clusterOf = (input: {
  readonly params: { readonly idOrName: string };
  readonly headers: { readonly 'x-region': string | undefined };
}): ClusterCall => ({ cluster: input.params.idOrName, region: input.headers['x-region'] });
