import type { z } from 'zod';
import { formatDate } from '../../core/dates.js';
import type { NetworkSide, WorkerState } from '../../generated/prisma/enums.js';
import { endOfServiceOf, newestWorkerBuild } from '../catalog/versions.js';
import { machineTypeOf } from '../worker-pools/rules.js';
import { BROKEN, isStaying } from './lifecycle.js';
import type { WorkerWithDetails } from './repository.js';
import { isDelivered } from './rules.js';
import type { Worker, WorkerV2 } from './schemas.js';

/** What the status says in each state; clients compare `Ready` alone (R204, R205). */
const statuses: Readonly<Record<WorkerState, string>> = {
  provision_pending: 'Waiting for the master to be deployed',
  provisioning: 'Waiting for the infrastructure to deliver the machine',
  provisioned: 'Machine delivered, deployment about to begin',
  deploying: 'Setting up the container runtime and the Kubernetes components',
  deployed: 'Components set up, waiting for the node to be ready',
  normal: 'Ready',
  reload_pending: 'Waiting for the reload to begin',
  reloading: 'Writing the disk anew',
  critical: 'The worker does not answer',
  provision_failed: 'The machine could not be delivered',
  deploy_failed: 'The deployment failed',
  reloading_failed: 'The reload failed',
  deleting: 'The worker is being deleted',
  deleted: 'The worker is deleted',
};

/** The lifecycle state of the v2 form; health is apart there. */
const actualState = (state: WorkerState): string => (['normal', 'critical'].includes(state) ? 'deployed' : state);

/** The health of the v2 form. */
function healthStateOf(worker: WorkerWithDetails): string {
  if (BROKEN.includes(worker.state)) return 'critical';
  return isReady(worker) ? 'normal' : 'pending';
}

/** R207: a worker that reboots is not ready, though its state stays. */
const isReady = ({ state, pendingOperation }: WorkerWithDetails): boolean => state === 'normal' && pendingOperation === '';

function statusOf({ state, pendingOperation, errorMessage }: WorkerWithDetails): string {
  if (pendingOperation !== '') return 'The worker is being rebooted';
  return BROKEN.includes(state) && errorMessage !== '' ? errorMessage : statuses[state];
}

const errorDateOf = ({ errorMessageAt }: WorkerWithDetails): string => (errorMessageAt === null ? '' : formatDate(errorMessageAt));

const addressOn = (worker: WorkerWithDetails, side: NetworkSide): string =>
  isDelivered(worker.state) ? (worker.leases.find((lease) => lease.side === side)?.address ?? '') : '';

/** When the minor that the worker runs, or will run first, goes out of service. */
const endOfServiceOfWorker = ({ version, targetVersion }: WorkerWithDetails): string =>
  endOfServiceOf(version === '' ? targetVersion : version);

/** R202. */
export function toWorker(worker: WorkerWithDetails): z.input<typeof Worker> {
  return {
    id: worker.id,
    state: worker.state,
    status: statusOf(worker),
    statusDate: formatDate(worker.stateSince),
    statusDetails: '',
    errorMessage: worker.errorMessage,
    errorMessageDate: errorDateOf(worker),
    isolation: worker.pool.isolation,
    kubeVersion: worker.version,
    targetVersion: newestWorkerBuild(worker.cluster.masterVersion),
    versionEOS: endOfServiceOfWorker(worker),
    masterVersionEOS: endOfServiceOf(worker.cluster.masterVersion),
    location: worker.zone,
    machineType: machineTypeOf(worker.pool),
    pendingOperation: worker.pendingOperation,
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
    health: { state: healthStateOf(worker), message: statusOf(worker) },
    kubeVersion: {
      actual: worker.version,
      desired: worker.targetVersion,
      eos: endOfServiceOfWorker(worker),
      masterEOS: endOfServiceOf(worker.cluster.masterVersion),
      target: newestWorkerBuild(worker.cluster.masterVersion),
    },
    lifecycle: {
      actualState: actualState(worker.state),
      desiredState: isStaying(worker.state) ? 'deployed' : 'deleted',
      message: worker.errorMessage,
      messageDate: errorDateOf(worker),
      messageDetails: '',
      messageDetailsDate: '',
      pendingOperation: worker.pendingOperation,
      reasonForDelete: worker.reasonForDelete,
      actualOperatingSystem: worker.operatingSystem,
    },
    networkInformation: {
      privateIP: addressOn(worker, 'private'),
      privateVLAN: worker.privateVlanId,
      publicIP: addressOn(worker, 'public'),
      publicVLAN: worker.publicVlanId ?? '',
    },
  };
}
