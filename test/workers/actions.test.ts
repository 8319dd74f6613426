import { describe, expect, test } from '@jest/globals';
import { workerLifecycle } from '../../src/domains/workers/lifecycle.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { refusalOf, type Worker, workerOf } from '../worker-pools/scene.js';

const emulator = await connectEmulator();

const calls: Readonly<Record<string, (account: TestAccount, id: string) => ReturnType<TestAccount['put']>>> = {
  reboot: (account, id) => account.put(`/v1/clusters/shop/workers/${id}`, { action: 'os_reboot' }),
  reload: (account, id) => account.put(`/v1/clusters/shop/workers/${id}`, { action: 'reload' }),
  update: (account, id) => account.put(`/v1/clusters/shop/workers/${id}`, { action: 'update' }),
  replace: (account, id) => account.post('/v2/replaceWorker', { cluster: 'shop', workerID: id }),
  remove: (account, id) => account.delete(`/v1/clusters/shop/workers/${id}`),
};

const workers = '/v1/clusters/shop/workers?showDeleted=true';

/** Moves time on until all workers are in the state. */
async function waitFor(account: TestAccount, state: string): Promise<void> {
  for (;;) {
    const { body } = await account.get<Worker[]>(workers);
    if (body.every((worker) => worker.state === state)) return;
    if ((await account.settle('next')).length === 0) throw new Error(`The workers never came to ${state}.`);
  }
}

async function doToAll(account: TestAccount, action: string): Promise<void> {
  for (const { id } of (await account.get<Worker[]>(workers)).body) await calls[action]?.(account, id);
}

interface Way {
  /** What happens to workers that are up. */
  readonly bring?: (account: TestAccount) => Promise<void>;
  /** The fault that is armed from the start. */
  readonly fault?: string;
}

/** How workers come to each state, and what may then be done to them (R206 to R213). */
const states: readonly (readonly [state: string, allowed: readonly string[], way?: Way])[] = [
  ['provision_pending', ['remove']],
  ['provisioning', ['remove']],
  ['provisioned', ['remove']],
  ['deploying', ['replace', 'remove']],
  ['deployed', ['replace', 'remove']],
  ['normal', ['reboot', 'reload', 'update', 'replace', 'remove']],
  ['reload_pending', ['replace', 'remove'], { bring: (account) => doToAll(account, 'reload') }],
  ['reloading', ['replace', 'remove'], { bring: (account) => doToAll(account, 'reload') }],
  ['critical', ['reboot', 'reload', 'update', 'replace', 'remove'], { fault: 'worker-critical' }],
  ['provision_failed', ['replace', 'remove'], { fault: 'provisioning-fails' }],
  ['deploy_failed', ['reload', 'update', 'replace', 'remove'], { fault: 'deployment-fails' }],
  [
    'reloading_failed',
    ['reload', 'update', 'replace', 'remove'],
    { fault: 'reload-fails', bring: (account) => doToAll(account, 'reload') },
  ],
  ['deleting', [], { bring: (account) => doToAll(account, 'remove') }],
  ['deleted', [], { bring: (account) => doToAll(account, 'remove') }],
];

test('these are every state and every action of the table', () => {
  expect(states.map(([state]) => state)).toEqual(Object.keys(workerLifecycle));
  expect(Object.keys(calls).sort()).toEqual([...new Set(Object.values(workerLifecycle).flatMap(({ actions }) => actions))].sort());
});

describe.each(states)('in the state %s', (state, allowed, { bring, fault } = {}) => {
  test(`a worker can be told to: ${allowed.length === 0 ? 'nothing' : allowed.join(', ')}; everything else is refused and changes nothing`, async () => {
    const account = await emulator.account();
    if (fault !== undefined) await account.post(`/_emulator/accounts/${account.id}/faults`, { effect: { type: fault } });
    await account.createCluster({ workerNum: 5 });
    await account.settle('next');
    await account.settle('next');
    if (bring !== undefined) {
      await waitFor(account, 'normal');
      await bring(account);
    }
    await waitFor(account, state);
    const ids = (await account.get<Worker[]>(workers)).body.map(({ id }) => id);
    expect(ids).toHaveLength(5);

    for (const [index, [action, call]] of Object.entries(calls).entries()) {
      const id = ids[index] ?? '';
      const before = await workerOf(account, id);
      const answer = await call(account, id);
      if (allowed.includes(action)) {
        expect([action, answer.status, answer.text]).toEqual([action, 204, '']);
        expect(await workerOf(account, id)).not.toEqual(before);
        continue;
      }
      const possible = allowed.length === 0 ? 'nothing' : allowed.join(', ');
      expect(refusalOf(answer)).toBe(
        state === 'deleted'
          ? '404 E0011 The specified worker node could not be found.'
          : `400 E0023 To ${action} a worker is not possible in the state ${state}. Possible now: ${possible}.`,
      );
      expect(await workerOf(account, id)).toEqual(before);
    }
  });
});
