import { type BodyInput, type ClusterCall, clusterInBody, clusterOf, type PathInput } from '../clusters/cluster-call.js';

/** How a call names a worker: by its id, and its cluster. */
export interface WorkerCall extends ClusterCall {
  readonly worker: string;
}

/** The worker in the path of a v1 call. */
export const workerOf = (input: PathInput & { readonly params: { readonly workerId: string } }): WorkerCall => ({
  ...clusterOf(input),
  worker: input.params.workerId,
});

/** The worker that the body of a v2 call names. */
export const workerInBody = (input: BodyInput & { readonly body: { readonly workerID: string } }): WorkerCall => ({
  ...clusterInBody(input),
  worker: input.body.workerID,
});
