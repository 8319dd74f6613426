import { type BodyInput, type ClusterCall, clusterInBody, clusterOf, type PathInput } from '../clusters/cluster-call.js';

/** How a call names a pool: by its id or name, and its cluster. */
export interface PoolCall extends ClusterCall {
  readonly pool: string;
}

/** The pool in the path of a v1 call. */
export const poolOf = (input: PathInput & { readonly params: { readonly poolidOrName: string } }): PoolCall => ({
  ...clusterOf(input),
  pool: input.params.poolidOrName,
});

/** The pool that the body of a v2 call names. */
export const poolInBody = (input: BodyInput & { readonly body: { readonly workerpool: string } }): PoolCall => ({
  ...clusterInBody(input),
  pool: input.body.workerpool,
});
