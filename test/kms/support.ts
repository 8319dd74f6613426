import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

export const INSTANCE = 'b91d5f70-3c2e-4a68-9f04-e7d6a8c1b253';
export const ROOT_KEY = '0c7e4b19-58d3-42fa-a6b0-91f3e5d7c284';
export const OTHER_ROOT_KEY = '5d1f7a22-90be-4c37-8e61-2b6f0d9c4a18';

/** An account of its own with settled clusters of these names. */
export async function settledClusters(emulator: Emulator, ...names: readonly string[]): Promise<TestAccount> {
  const account = await emulator.account();
  for (const name of names) await account.createCluster({ name, workerNum: 1, noSubnet: true });
  await account.settle('all');
  return account;
}

export const enableKms = (account: TestAccount, cluster: string, rootKey = ROOT_KEY, instance = INSTANCE) =>
  account.post('/v2/enableKMS', { cluster, crk_id: rootKey, instance_id: instance, private_endpoint: false });

export interface ProtectedBody {
  readonly keyProtectEnabled: boolean;
  readonly masterStatus: string;
  readonly masterState: string;
}

export const readCluster = async (account: TestAccount, cluster: string): Promise<ProtectedBody> =>
  (await account.get<ProtectedBody>(`/v1/clusters/${cluster}`)).body;

/** The ids of the root keys of an instance. */
export const readRootKeys = async (account: TestAccount, instance = INSTANCE): Promise<string[]> =>
  (await account.get<{ crk_id: string }[]>(`/v2/getCRKs?kms_instance=${instance}`)).body.map(({ crk_id }) => crk_id);
