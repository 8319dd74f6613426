import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

/**
 * R302: the loops in which the Terraform provider and the command line tools wait (R128, R131, R133, R205, R291), as
 * they poll, at real speed and at the usual one.
 */
const emulator = await connectEmulator();

interface Cluster {
  readonly state: string;
  readonly masterStatus: string;
  readonly masterKubeVersion: string;
  readonly ingressHostname: string;
  readonly ingressSecretName: string;
}
interface Worker {
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly kubeVersion: string;
}

/** Polls as a client does: sees `state` each time, and gives up at one that is neither the target nor pending, or too late. */
async function waitFor(
  account: TestAccount,
  { every, limit, times = 1 }: { readonly every: number; readonly limit: number; readonly times?: number },
  look: () => Promise<'target' | 'pending'>,
): Promise<number> {
  let hits = 0;
  for (let waited = every; waited <= limit; waited += every) {
    await account.advance(`${every}s`);
    hits = (await look()) === 'target' ? hits + 1 : 0;
    if (hits === times) return waited;
  }
  throw new Error(`still waiting after ${limit} seconds`);
}

const MINUTE = 60;

describe.each([
  ['real', 1],
  ['thirty times as fast', 30],
] as const)('at a speed that is %s', (_, speed) => {
  test('a cluster comes up, is updated, gets an add-on and goes, within what clients wait for (R302)', async () => {
    const account = await emulator.account({ speed });
    const versions = (await account.get<{ kubernetes: { major: number; minor: number; patch: number }[] }>('/v1/versions')).body.kubernetes;
    const [older, newer] = versions.slice(-2).map(({ major, minor, patch }) => `${major}.${minor}.${patch}`);
    const id = await account.createCluster({ masterVersion: older, workerNum: 2 });
    const getCluster = async (): Promise<Cluster> => (await account.get<Cluster>(`/v2/getCluster?v1-compatible&cluster=${id}`)).body;
    const getWorkers = async (): Promise<readonly Worker[]> => (await account.get<Worker[]>(`/v1/clusters/${id}/workers`)).body;
    const isReady = ({ state, status, kubeVersion }: Worker): boolean => state === 'normal' && status === 'Ready' && !kubeVersion.includes('pending');
    const poll = { every: 10, limit: 90 * MINUTE };

    // R128: until the master is Ready; its workers are listed by then.
    const master = await waitFor(account, poll, async () => ((await getCluster()).masterStatus === 'Ready' ? 'target' : 'pending'));
    expect(await getWorkers()).toHaveLength(2);

    // R128: until one worker is normal, then until the cluster is; every other state must be one that may come before.
    const worker = await waitFor(account, poll, async () => ((await getWorkers()).some(({ state }) => state === 'normal') ? 'target' : 'pending'));
    const seen = new Set<string>();
    await waitFor(account, poll, async () => {
      const { state } = await getCluster();
      seen.add(state);
      return state === 'normal' ? 'target' : 'pending';
    });
    expect([...seen].filter((state) => !['normal', 'requested', 'pending', 'deploying', 'deployed', 'warning', 'critical'].includes(state))).toEqual([]);
    expect([master, worker].every((seconds) => seconds >= 10)).toBe(true);

    // R128: until Ingress is ready.
    await waitFor(account, poll, async () => {
      const { ingressHostname, ingressSecretName } = await getCluster();
      return ingressHostname !== '' && ingressSecretName !== '' ? 'target' : 'pending';
    });

    // R131: until the master runs the new version three times in a row, without the word pending.
    expect((await account.put(`/v1/clusters/${id}`, { action: 'update', force: true, version: newer })).status).toBe(204);
    expect((await getCluster()).masterKubeVersion).toContain('(pending)');
    await waitFor(account, { every: 10, limit: 45 * MINUTE, times: 3 }, async () => {
      const { masterKubeVersion } = await getCluster();
      return masterKubeVersion.includes(newer ?? '') && !masterKubeVersion.includes('pending') ? 'target' : 'pending';
    });

    // R205: until every worker is ready again after its update.
    for (const { id: workerId } of await getWorkers()) {
      expect((await account.put(`/v1/clusters/${id}/workers/${workerId}`, { action: 'update' })).status).toBe(204);
      expect((await getWorkers()).find((one) => one.id === workerId)).not.toMatchObject({ state: 'normal', status: 'Ready', kubeVersion: expect.not.stringContaining('pending') });
      await waitFor(account, { every: 10, limit: 45 * MINUTE }, async () => ((await getWorkers()).every(isReady) ? 'target' : 'pending'));
    }

    // R291: until no add-on is pending any more.
    await account.patch(`/v1/clusters/${id}/addons`, { addons: [{ name: 'istio' }], enable: true });
    await waitFor(account, { every: 10, limit: 45 * MINUTE }, async () => {
      const addons = (await account.get<{ healthState: string }[]>(`/v1/clusters/${id}/addons`)).body;
      return addons.every(({ healthState }) => ['normal', 'warning', 'critical', 'available'].includes(healthState)) ? 'target' : 'pending';
    });

    // R133: until the cluster is not found.
    expect((await account.delete(`/v1/clusters/${id}?deleteResources=true`)).status).toBe(204);
    await waitFor(account, { every: 60, limit: 45 * MINUTE }, async () => ((await account.get(`/v1/clusters/${id}?showResources=true`)).status === 404 ? 'target' : 'pending'));
    for (const url of [`/v1/clusters/${id}/workerpools`, `/v1/alb/clusters/${id}`, `/v1/clusters/${id}/addons`]) expect((await account.get(url)).status).toBe(404);
  });
});
