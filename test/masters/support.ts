import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

/** The parts of cluster answers that tells of a master. */
export interface MasterBody {
  readonly id: string;
  readonly state: string;
  readonly masterKubeVersion: string;
  readonly targetVersion: string;
  readonly masterStatus: string;
  readonly masterState: string;
  readonly masterHealth: string;
  readonly modifiedDate: string;
  readonly serverURL: string;
  readonly publicServiceEndpointEnabled: boolean;
  readonly publicServiceEndpointURL: string;
  readonly privateServiceEndpointEnabled: boolean;
  readonly privateServiceEndpointURL: string;
  readonly disableAutoUpdate: boolean;
}

export interface WorkerBody {
  readonly id: string;
  readonly state: string;
  readonly kubeVersion: string;
  readonly targetVersion: string;
}

/** An account of its own with the cluster `shop`, everything settled. */
export async function settledCluster(
  emulator: Emulator,
  request: Readonly<Record<string, unknown>> = {},
  settings: Readonly<Record<string, unknown>> = {},
): Promise<TestAccount> {
  const account = await emulator.account(settings);
  await account.createCluster({ noSubnet: true, ...request });
  await account.settle('all');
  return account;
}

export const readMaster = async (account: TestAccount): Promise<MasterBody> =>
  (await account.get<MasterBody>('/v1/clusters/shop')).body;

export const readWorkers = async (account: TestAccount): Promise<readonly WorkerBody[]> =>
  (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body;
