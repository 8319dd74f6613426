/** Where a worker is, for the messages about it. */
export interface WorkerPlace {
  readonly workerId: string;
  readonly zone: string;
  readonly privateVlanId: string;
  /** The router of its private VLAN, such as `bcr01a.dal10`. */
  readonly router: string;
}

/** What the infrastructure says begins like this. */
const fromInfrastructure = (problem: string): string => `'IBM Cloud' infrastructure exception: ${problem}`;

/**
 * What may be wrong with a worker, as the message that it carries (R217). The service gives these no code; its
 * meanings are known and its sentences are not, so these are ours.
 */
export const workerConditions = {
  orderingNotPermitted: () => fromInfrastructure('The account is not permitted to order computing instances.'),
  noCapacity: ({ router, workerId }: WorkerPlace) =>
    fromInfrastructure(`The order could not be placed. There is not enough capacity behind router ${router} for the following guests: ${workerId}.`),
  vlanNotFound: ({ privateVlanId }: WorkerPlace) =>
    fromInfrastructure(
      `VLAN ${privateVlanId} could not be found. It may belong to another account, or the number of the VLAN was given in place of its id.`,
    ),
  locationNotValid: ({ zone }: WorkerPlace) => fromInfrastructure(`The location ${zone} is not valid for this order.`),
  permissionMissing: () => fromInfrastructure('The credentials of the account lack the permission to order machines.'),
  publicPortNotPermitted: () => fromInfrastructure('The credentials of the account lack the permission to order machines with a public port.'),
  credentialsNotValid: () => 'The infrastructure credentials of the account could not be validated.',
  serviceUnreachable: () =>
    'The worker cannot reach the servers of IBM Cloud Kubernetes Service. Check the firewall, and whether the worker has a public connection.',
  rebootUnanswered: ({ workerId }: WorkerPlace) => `Worker ${workerId} did not answer a soft reboot. A hard reboot may be needed.`,
  otherAccount: ({ workerId }: WorkerPlace) =>
    `Worker ${workerId} belongs to another infrastructure account than the stored credentials, so the cluster is orphaned.`,
  machineIdChanged: ({ workerId }: WorkerPlace) => `The id of the bare metal machine of worker ${workerId} changed. Reload the worker.`,
} as const satisfies Record<string, (place: WorkerPlace) => string>;

export type WorkerCondition = keyof typeof workerConditions;
