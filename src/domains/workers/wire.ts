import type { z } from 'zod';
import { formatDate } from '../../core/dates.js';
import type { NetworkSide, WorkerState } from '../../generated/prisma/enums.js';
import { endOfServiceOf } from '../catalog/versions.js';
import { machineTypeOf } from '../worker-pools/rules.js';
import type { WorkerWithDetails } from './repository.js';
import type { Worker, WorkerV2 } from './schemas.js';

/** What the status says in each state; clients compare `Ready` alone (R204, R205). */
const statuses: Readonly<Record<WorkerState, string>> = {
  provision_pending: 'Waiting for the master to be deployed',
  provisioning: 'Waiting for the infrastructure to deliver the machine',
  provisioned: 'Machine delivered, deployment about to begin',
  deploying: 'Setting up the container runtime and the Kubernetes components',
  deployed: 'Components set up, waiting for the node to be ready',
  normal: 'Ready',
  deleting: 'The worker is being deleted',
  deleted: 'The worker is deleted',
};

/** The lifecycle state of the v2 form; health is apart there. */
const actualState = (state: WorkerState): string => (state === 'normal' ? 'deployed' : state);

const healthState = (state: WorkerState): string => (state === 'normal' ? 'normal' : 'pending');

const addressOn = (worker: WorkerWithDetails, side: NetworkSide): string =>
  worker.leases.find((lease) => lease.side === side)?.address ?? '';

/** R202. */
export function toWorker(worker: WorkerWithDetails): z.input<typeof Worker> {
  return {
    id: worker.id,
    state: worker.state,
    status: statuses[worker.state],
    statusDate: formatDate(worker.stateSince),
    statusDetails: '',
    errorMessage: '',
    errorMessageDate: '',
    isolation: worker.pool.isolation,
    kubeVersion: worker.version,
    targetVersion: worker.targetVersion,
    versionEOS: endOfServiceOf(worker.targetVersion),
    masterVersionEOS: endOfServiceOf(worker.cluster.masterVersion),
    location: worker.zone,
    machineType: machineTypeOf(worker.pool),
    pendingOperation: '',
    poolName: worker.pool.name,
    poolid: worker.poolId,
    privateIP: addressOn(worker, 'private'),
    privateVlan: worker.privateVlanId,
    publicIP: addressOn(worker, 'public'),
    publicVlan: worker.publicVlanId ?? '',
    reasonForDelete: worker.reasonForDelete,
    trustedStatus: 'unsupported',
    billing: 'hourly',
  };
}

export function toWorkerV2(worker: WorkerWithDetails): z.input<typeof WorkerV2> {
  return {
    id: worker.id,
    flavor: machineTypeOf(worker.pool),
    location: worker.zone,
    poolID: worker.poolId,
    poolName: worker.pool.name,
    health: { state: healthState(worker.state), message: statuses[worker.state] },
    kubeVersion: {
      actual: worker.version,
      desired: worker.targetVersion,
      eos: endOfServiceOf(worker.targetVersion),
      masterEOS: endOfServiceOf(worker.cluster.masterVersion),
      target: worker.targetVersion,
    },
    lifecycle: {
      actualState: actualState(worker.state),
      desiredState: ['deleting', 'deleted'].includes(worker.state) ? 'deleted' : 'deployed',
      message: '',
      messageDate: '',
      messageDetails: '',
      messageDetailsDate: '',
      pendingOperation: '',
      reasonForDelete: worker.reasonForDelete,
      actualOperatingSystem: worker.pool.operatingSystem,
    },
    networkInformation: {
      privateIP: addressOn(worker, 'private'),
      privateVLAN: worker.privateVlanId,
      publicIP: addressOn(worker, 'public'),
      publicVLAN: worker.publicVlanId ?? '',
    },
  };
}
