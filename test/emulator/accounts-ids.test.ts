import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../support/contract.js';
import { connectEmulator } from '../support/emulator.js';
import { TestAccount } from '../support/test-account.js';
import { type AccountBody, controlOf, type ErrorBody, freshName, logIn } from './support.js';

const emulator = await connectEmulator();

const create = (body: unknown) => emulator.call({ method: 'POST', url: '/_emulator/accounts', body }) as Promise<Answer<AccountBody & ErrorBody>>;
const remove = (id: string) => emulator.call({ method: 'DELETE', url: `/_emulator/accounts/${id}` });

async function open({ id, name }: AccountBody, apiKey: string): Promise<TestAccount> {
  return new TestAccount((call) => emulator.call(call), { id, name, apiKey, token: await logIn(emulator, apiKey) });
}

/** The ids of all that an hour brings: of clusters, workers, pools, VLANs, subnets, ALBs, resource groups and add-ons. */
async function run(account: TestAccount): Promise<unknown> {
  const control = controlOf(emulator, account);
  await control.move('freeze');
  await control.set({ now: '2030-01-01' });
  await account.createCluster();
  await account.advance('1h');
  await account.post('/v1/clusters/shop/workerpools', { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 2, zones: [{ id: 'dal12' }] });
  await account.patch('/v1/clusters/shop/addons', { addons: [{ name: 'istio' }], enable: true });
  await account.post('/v2/resource_groups', { name: 'team' });
  const transitions = await account.advance('1h');
  const answers = await Promise.all(
    ['/v1/clusters', '/v1/clusters/shop/workers', '/v1/clusters/shop/workerpools', '/v1/subnets', '/v1/datacenters/dal12/vlans', '/v1/alb/clusters/shop'].map(
      async (url) => (await account.get(url)).body,
    ),
  );
  return { transitions, answers };
}

/** Not among them: what carries the id of the account itself, as CRNs and subdomains do. */
const idsIn = (result: unknown): readonly string[] => JSON.stringify(result).match(/"(id|albID|poolid|privateVlan|privateIP|publicIP|masterURL)":"[^"]+"/g) ?? [];

describe('an id seed', () => {
  test('gives the same ids for the same calls: in another account, and after a reset', async () => {
    const idSeed = freshName();
    const [one, other] = [await emulator.account({ idSeed }), await emulator.account({ idSeed })];
    const first = await run(one);
    expect(idsIn(await run(other))).toEqual(idsIn(first));
    await emulator.call({ method: 'POST', url: `/_emulator/accounts/${one.id}/reset` });
    expect(await run(one)).toEqual(first);
    expect(idsIn(first).length).toBeGreaterThan(50);
  });

  test('another seed gives other ids', async () => {
    const [one, other] = [await emulator.account({ idSeed: 'a' }), await emulator.account({ idSeed: 'b' })];
    expect(await one.createCluster()).not.toBe(await other.createCluster());
  });
});

describe('an API key that the test chooses', () => {
  test('201: it logs in, and the account has the same id in every run, so that whole answers are the same', async () => {
    const [name, apiKey] = [freshName(), freshName()];
    const first = await create({ name, apiKey, idSeed: 'a', speed: 1 });
    expect([first.status, first.body.apiKey]).toEqual([201, apiKey]);
    const before = await run(await open(first.body, apiKey));
    await remove(first.body.id);
    const second = await create({ name, apiKey, idSeed: 'a', speed: 1 });
    expect(second.body.id).toBe(first.body.id);
    expect(await run(await open(second.body, apiKey))).toEqual(before);
  });

  test('201: without an id seed the ids follow from the account, and so from the key', async () => {
    const apiKey = freshName();
    const ids: string[] = [];
    for (const name of [freshName(), freshName()]) {
      const { body } = await create({ name, apiKey });
      expect(body).toMatchObject({ idSeed: body.id });
      ids.push(await (await open(body, apiKey)).createCluster());
      await remove(body.id);
    }
    expect(ids[0]).toBe(ids[1]);
  });

  test('409: it logs in to another account, made with it or for it, or by its first use; nothing is made', async () => {
    const [used, madeWith, madeFor] = [freshName(), freshName(), freshName()];
    await logIn(emulator, used);
    const { body: owner } = await create({ name: freshName(), apiKey: madeWith });
    await emulator.call({ method: 'POST', url: `/_emulator/accounts/${owner.id}/api-keys`, body: { apiKey: madeFor } });
    for (const apiKey of [used, madeWith, madeFor]) {
      const name = freshName();
      const refused = await create({ name, apiKey });
      expect([refused.status, refused.body.code, refused.body.description]).toEqual([409, 'X0409', 'This text is an API key already. Choose another, or leave it out.']);
      expect((await emulator.call({ method: 'GET', url: `/_emulator/accounts/${name}` })).status).toBe(404);
    }
    expect((await logIn(emulator, madeWith)).length).toBeGreaterThan(0);
  });

  test('409: eight at once with one key make one account', async () => {
    const apiKey = freshName();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ name: freshName(), apiKey })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  test.each([7, true, ['a'], 'k'.repeat(1_001)])('400: %j', async (apiKey) => {
    const refused = await create({ name: freshName(), apiKey });
    expect([refused.status, refused.body.description]).toEqual([400, expect.stringContaining('apiKey must be') as unknown]);
  });
});
