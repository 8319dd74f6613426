import fc from 'fast-check';
import type { ModelFault } from '../world.js';
import type { Plans, Request } from './call.js';

/** What a struck request is answered, so that it is told from a failure. */
export const STRUCK = 'Struck by a fault of the model.';

/** The operations that the model knows the effect of. */
const STRIKABLE = [
  'createCluster',
  'removeCluster',
  'handleMasterAPIServer',
  'createWorkerPool',
  'patchWorkerPool',
  'removeWorkerPool',
  'addWorkerPoolZone',
  'removeWorkerPoolZone',
  'replaceWorker',
  'updateClusterWorker',
  'removeClusterWorker',
];

/** What becomes of a request that a fault strikes. */
export const requestFaults: Readonly<Record<string, { readonly isDone: boolean }>> = {
  error: { isDone: false },
  drop: { isDone: false },
  'commit-then-drop': { isDone: true },
};

const url = '/_emulator/accounts/{account}/faults';
const disarmAll: Request = { method: 'DELETE', path: url };

const kinds: fc.Arbitrary<ModelFault> = fc.oneof(
  fc.record({ type: fc.constantFrom(...Object.keys(requestFaults)), left: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constantFrom('provisioning-fails', 'deployment-fails', 'reload-fails'), left: fc.constant(undefined) }),
);

function armed({ type, left }: ModelFault): object {
  if (left === undefined) return { effect: { type } };
  const effect = type === 'error' ? { type, error: 'internal', description: STRUCK } : { type };
  return { effect, operations: STRIKABLE, when: { first: left } };
}

/** One fault at a time. */
const arms: Plans = kinds.map((fault) => ({
  name: `arm ${fault.type}${fault.left === undefined ? '' : ` for ${fault.left}`}`,
  resolve: () => ({
    requests: [disarmAll, { method: 'POST', path: url, body: armed(fault) }],
    predict: (world) => {
      world.fault = { ...fault };
      return '201';
    },
  }),
}));

const disarms: Plans = fc.constant({
  name: 'disarm',
  resolve: () => ({
    requests: [disarmAll],
    predict: (world) => {
      world.fault = undefined;
      return '200';
    },
  }),
});

export const faultPlans: Plans = fc.oneof({ weight: 2, arbitrary: arms }, { weight: 1, arbitrary: disarms });
