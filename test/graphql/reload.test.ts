import { describe, expect, test } from '@jest/globals';
import { logInWith } from '../security/support.js';
import { connectEmulator } from '../support/emulator.js';
import { first, readyCluster, refusalOf, workerOf, workersOf, youngCluster } from '../worker-pools/scene.js';
import { ask, errorsOf, reload } from './support.js';

const emulator = await connectEmulator();

const NOT_FOUND = [200, 'E0404 The specified worker node could not be found.'];

describe('graphql reloads a worker (A20, R206, R208):', () => {
  test('shows in the worker at once, goes the way of every reload, and keeps id and addresses', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const before = first(await workersOf(account));

    const answer = await reload(account, before.id);

    expect([answer.status, answer.body]).toEqual([200, { data: { reinitializeKubernetesNode: { node: { id: before.id } } } }]);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const seen: string[] = [];
    do {
      const { state } = await workerOf(account, before.id);
      if (seen.at(-1) !== state) seen.push(state);
    } while ((await account.settle('next')).length > 0);
    expect(seen).toEqual(['reload_pending', 'reloading', 'deploying', 'deployed', 'normal']);
    expect(await workerOf(account, before.id)).toEqual({ ...before, statusDate: expect.any(String) });
  });

  test('leaves the other worker of the cluster alone', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const [one, other] = await workersOf(account);
    await reload(account, one?.id ?? '');
    expect((await workersOf(account)).map(({ id, state }) => [id, state])).toEqual([
      [one?.id, 'reload_pending'],
      [other?.id, 'normal'],
    ]);
  });

  test('is the same as the reload of v1: the second of the two is refused', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    const refusal = 'E0023 To reload a worker is not possible in the state reload_pending. Possible now: replace, remove.';
    await reload(account, id);
    expect(refusalOf(await account.put(`/v1/clusters/shop/workers/${id}`, { action: 'reload' }))).toBe(`400 ${refusal}`);
    const again = await reload(account, id);
    expect(errorsOf(again)).toEqual([200, refusal]);
    expect(again.body).toMatchObject({ data: { reinitializeKubernetesNode: null }, errors: [{ path: ['reinitializeKubernetesNode'] }] });
  });

  test('tells the region of the worker, and what kind of node it is', async () => {
    const account = await emulator.account();
    await readyCluster(account, { dataCenter: 'fra02' });
    const { id } = first(await workersOf(account));
    const query = 'mutation($id: ID!) { reinitializeKubernetesNode(input: {id: $id}) { node { __typename id region { id name displayName } } } }';
    expect((await ask(account, query, { variables: { id } })).body).toEqual({
      data: {
        reinitializeKubernetesNode: {
          node: { __typename: 'ClassicKubernetesNode', id, region: { id: 'eu-de', name: 'eu-de', displayName: null } },
        },
      },
    });
  });

  test('several in one document are carried out in their order, and those before a refused one stay done', async () => {
    const account = await emulator.account();
    await readyCluster(account, { workerNum: 3 });
    const [one, two, three] = await workersOf(account);
    const query = `mutation {
      one: reinitializeKubernetesNode(input: {id: "${one?.id ?? ''}"}) { node { id } }
      again: reinitializeKubernetesNode(input: {id: "${one?.id ?? ''}"}) { node { id } }
      two: reinitializeKubernetesNode(input: {id: "${two?.id ?? ''}"}) { node { id } }
    }`;
    const { body } = await ask(account, query);
    expect(body).toMatchObject({
      data: { one: { node: { id: one?.id } }, again: null, two: { node: { id: two?.id } } },
      errors: [{ path: ['again'], extensions: { code: 'E0023' } }],
    });
    expect((await workersOf(account)).map(({ id, state }) => [id, state])).toEqual([
      [one?.id, 'reload_pending'],
      [two?.id, 'reload_pending'],
      [three?.id, 'normal'],
    ]);
  });
});

describe('graphql refuses the reload of a worker, with status 200 and a code in extensions,', () => {
  test('for an unknown worker, and for one that is deleted', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    expect(errorsOf(await reload(account, 'kube-nothing'))).toEqual(NOT_FOUND);
    await account.delete(`/v1/clusters/shop/workers/${id}`);
    await account.settle('all');
    expect(errorsOf(await reload(account, id))).toEqual(NOT_FOUND);
  });

  test('for a worker of another account, exactly like an unknown one', async () => {
    const [owner, stranger] = [await emulator.account(), await emulator.account()];
    await readyCluster(owner);
    const { id } = first(await workersOf(owner));
    expect(errorsOf(await reload(stranger, id))).toEqual(NOT_FOUND);
    expect(await workerOf(owner, id)).toMatchObject({ state: 'normal' });
  });

  test('while the master of its cluster is on its way', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const { id } = first(await workersOf(account));
    expect(errorsOf(await reload(account, id))).toEqual([200, 'Ef9cc The master of the cluster is not deployed yet. Wait until its status is Ready.']);
  });

  test('in a state of the worker that does not allow it', async () => {
    const account = await emulator.account();
    await youngCluster(account);
    const { id, state } = first(await workersOf(account));
    expect(state).toBe('provision_pending');
    expect(errorsOf(await reload(account, id))).toEqual([
      200,
      'E0023 To reload a worker is not possible in the state provision_pending. Possible now: remove.',
    ]);
    expect(await workerOf(account, id)).toMatchObject({ state: 'provision_pending' });
  });

  test('for callers without the role operator, who may ask for the schema all the same (R300)', async () => {
    const account = await emulator.account();
    await readyCluster(account);
    const { id } = first(await workersOf(account));
    for (const role of ['viewer', 'editor']) {
      const { token } = await logInWith(emulator, account.id, { roles: [role] });
      const headers = { authorization: `Bearer ${token}` };
      expect(errorsOf(await reload(account, id, headers))).toEqual([200, expect.stringMatching(/^A0005 .* role operator; you have /)]);
      expect((await ask(account, '{ __typename }', {}, headers)).body).toEqual({ data: { __typename: 'Query' } });
    }
    expect(await workerOf(account, id)).toMatchObject({ state: 'normal' });
    const { token } = await logInWith(emulator, account.id, { roles: ['operator'] });
    expect((await reload(account, id, { authorization: `Bearer ${token}` })).body).toMatchObject({ data: { reinitializeKubernetesNode: { node: { id } } } });
  });

  test('for texts that can be no id, without a failure', async () => {
    const account = await emulator.account();
    expect(errorsOf(await reload(account, 'kube-\0'))).toEqual([200, 'E0021 The request is not valid: input.id must not contain the character NUL.']);
    expect(errorsOf(await reload(account, 'kube-\ud800'))).toEqual(NOT_FOUND);
    expect(errorsOf(await reload(account, ''))).toEqual(NOT_FOUND);
    expect(errorsOf(await ask(account, 'mutation { reinitializeKubernetesNode { node { id } } }'))).toEqual([200, 'E0020 Required fields are missing: input.']);
  });
});
