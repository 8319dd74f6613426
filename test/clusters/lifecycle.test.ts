import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ClusterBody, WorkerBody } from './bodies.js';
import { createTransitions, deleteTransitions } from './transitions.js';

const emulator = await connectEmulator();

/** A new account whose time stands still except when the test moves it. */
async function frozenAccount(speed: number | 'instant'): Promise<TestAccount> {
  const account = await emulator.account({ speed });
  await account.post(`/_emulator/accounts/${account.id}/clock/freeze`);
  return account;
}

/** What a caller sees of a cluster, its workers, its ALBs and its Ingress, in one line. */
async function look(account: TestAccount): Promise<string> {
  const { body } = await account.get<ClusterBody>('/v1/clusters/shop');
  const workers = await account.get<WorkerBody[]>('/v1/clusters/shop/workers');
  const albs = await account.get<{ alb: { albType: string; status: string }[] }>('/v1/alb/clusters/shop');
  const workerStates = new Set(workers.body.map(({ state }) => state));
  const albStates = albs.body.alb.map(({ albType, status }) => `${albType} ${status}`).sort();
  const master = [body.masterStatus, body.masterState, body.masterHealth].join('/');
  const ingress = body.ingressHostname === '' ? 'no host' : 'host';
  return [body.state, master, [...workerStates].join(), albStates.join(), ingress].join(' | ');
}

const typesOf = (transitions: readonly { kind: string; from: string; to: string }[]): string[] =>
  transitions.map(({ kind, from, to }) => `${kind}: ${from} -> ${to}`);

describe('a create, step by step', () => {
  test('cluster, master, workers, ALBs and Ingress go through the documented states in order (R53, R121, R128 to R130, R204, R253)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const seen = [await look(account)];
    while ((await account.settle('next')).length > 0) seen.push(await look(account));
    expect(seen).toEqual([
      'requested | Deploy requested// | provision_pending |  | no host',
      'deploying | Deploy in progress/deploying/ | provision_pending |  | no host',
      'pending | Ready/deployed/normal | provision_pending |  | no host',
      'pending | Ready/deployed/normal | provisioning |  | no host',
      'pending | Ready/deployed/normal | provisioned |  | no host',
      'pending | Ready/deployed/normal | deploying |  | no host',
      'pending | Ready/deployed/normal | deployed |  | no host',
      'normal | Ready/deployed/normal | normal |  | no host',
      'normal | Ready/deployed/normal | normal |  | no host',
      'normal | Ready/deployed/normal | normal | private disabled,public deploying | no host',
      'normal | Ready/deployed/normal | normal | private disabled,public healthy | no host',
      'normal | Ready/deployed/normal | normal | private disabled,public healthy | host',
    ]);
  });

  test('a cluster without subnets ends without ALBs and Ingress (R55, R254)', async () => {
    const account = await emulator.account();
    await account.createCluster({ noSubnet: true });
    await account.settle('all');
    expect(await look(account)).toBe('normal | Ready/deployed/normal | normal |  | no host');
  });

  test('what a delete is like, step by step (R125, R140)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    const all = 'private disabled,public healthy | host';
    expect(await look(account)).toBe(`deleting | Delete in progress/deleting/unavailable | deleting | ${all}`);
    await account.settle('next');
    expect(await look(account)).toBe(`deleting | Delete in progress/deleting/unavailable |  | ${all}`);
    await account.settle('next');
    expect((await account.get('/v1/clusters/shop')).status).toBe(404);
    expect(await account.settle('next')).toEqual([]);
  });
});

describe.each([1, 30, 'instant'] as const)('at speed %s', (speed) => {
  test('a create and a delete are the same transitions in the same order (R121, R204, R142)', async () => {
    const account = await frozenAccount(speed);
    await account.createCluster();
    expect(typesOf(await account.settle('all'))).toEqual(createTransitions);
    await account.delete('/v1/clusters/shop');
    expect(typesOf(await account.settle('all'))).toEqual(deleteTransitions);
  });
});

describe.each([1, 30])('at speed %s', (speed) => {
  test.each(['requested', 'deploying'])('a delete while it is %s takes its workers along first (R122, R142)', async (state) => {
    const account = await frozenAccount(speed);
    await account.createCluster();
    if (state === 'deploying') await account.settle('next');
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state });
    await account.delete('/v1/clusters/shop');
    expect(typesOf(await account.settle('all'))).toEqual([
      'worker: deleting -> deleted',
      'worker: deleting -> deleted',
      'cluster: aborted -> deleted',
    ]);
  });

  test('of two clusters at once, each has its transitions in the order of one alone (R121)', async () => {
    const account = await frozenAccount(speed);
    const one = await account.createCluster({ name: 'one' });
    await account.advance('1s');
    const two = await account.createCluster({ name: 'two' });
    const transitions = await account.settle('all');
    for (const [id, name] of [[one, 'one'], [two, 'two']] as const) {
      const own = transitions.filter((transition) => transition.id.includes(id) || transition.id.startsWith(`${name}-`));
      expect(typesOf(own)).toEqual(createTransitions.slice(-own.length));
      expect(own.length).toBeGreaterThanOrEqual(createTransitions.length - 1);
    }
    expect(transitions.map(({ at }) => at)).toEqual(transitions.map(({ at }) => at).sort());
  });
});

describe('the default speed of 30', () => {
  test('the master is ready 10 s after the create, the cluster normal at 40 s, Ingress there by 50 s (R132)', async () => {
    const account = await frozenAccount(30);
    await account.createCluster();
    const at = async (advance: string) => {
      await account.advance(advance);
      const { body } = await account.get<ClusterBody>('/v1/clusters/shop');
      return [body.masterStatus, body.state, body.ingressHostname === '' ? 'no host' : 'host'];
    };
    expect(await at('9999ms')).toEqual(['Deploy in progress', 'deploying', 'no host']);
    expect(await at('1ms')).toEqual(['Ready', 'pending', 'no host']);
    expect(await at('29999ms')).toEqual(['Ready', 'pending', 'no host']);
    expect(await at('1ms')).toEqual(['Ready', 'normal', 'no host']);
    expect(await at('9999ms')).toEqual(['Ready', 'normal', 'no host']);
    expect(await at('1ms')).toEqual(['Ready', 'normal', 'host']);
  });

  test('a delete is over within 30 s (R133)', async () => {
    const account = await frozenAccount(30);
    await account.createCluster();
    await account.settle('all');
    await account.delete('/v1/clusters/shop');
    await account.advance('27999ms');
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state: 'deleting' });
    await account.advance('1ms');
    expect((await account.get('/v1/clusters/shop')).status).toBe(404);
  });
});

describe('real speed', () => {
  test('the master is ready after 5 min, the cluster normal after 20, Ingress there after 25, a delete over after 14 (R132, R133)', async () => {
    const account = await frozenAccount(1);
    await account.createCluster();
    const stateAfter = async (advance: string): Promise<string> => {
      await account.advance(advance);
      const { body } = await account.get<ClusterBody>('/v1/clusters/shop');
      return `${body.state}, ${body.masterStatus}, ${body.ingressHostname === '' ? 'no host' : 'host'}`;
    };
    expect(await stateAfter('299s')).toBe('deploying, Deploy in progress, no host');
    expect(await stateAfter('1s')).toBe('pending, Ready, no host');
    expect(await stateAfter('899s')).toBe('pending, Ready, no host');
    expect(await stateAfter('1s')).toBe('normal, Ready, no host');
    expect(await stateAfter('299s')).toBe('normal, Ready, no host');
    expect(await stateAfter('1s')).toBe('normal, Ready, host');
    await account.delete('/v1/clusters/shop');
    expect(await stateAfter('839s')).toBe('deleting, Delete in progress, host');
    await account.advance('1s');
    expect((await account.get('/v1/clusters/shop')).status).toBe(404);
  });
});

describe('instant', () => {
  test('the next read after a create sees the end of it, and after a delete that it is gone', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    expect(await look(account)).toBe('normal | Ready/deployed/normal | normal | private disabled,public healthy | host');
    expect((await account.delete('/v1/clusters/shop')).status).toBe(204);
    expect((await account.get('/v1/clusters/shop')).status).toBe(404);
    expect((await account.get('/v1/clusters')).body).toEqual([]);
  });
});
