import { describe, expect, test } from '@jest/globals';
import type { TestAccount } from '../support/test-account.js';
import { connectEmulator, startEmulator } from '../support/emulator.js';

const changer = await connectEmulator();

/** Another process than the one that changes, on the same database: nobody tells it of a change. */
const reader = await startEmulator();

const READS = ['/v1/clusters', '/v1/clusters/shop', '/v1/clusters/shop/workers', '/v1/datacenters/dal10/vlans', '/v2/vpc/getClusters', '/v2/getQuota'];

/** What the process that changed nothing says; a refusal has an id of its own each time. */
async function read(account: TestAccount, url: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const { body } = await reader.call({ method: 'GET', url, headers: { authorization: `Bearer ${account.token}`, ...headers } });
  return withoutIncident(body);
}

async function expectAgreement(account: TestAccount): Promise<void> {
  for (const url of READS) {
    const answer = withoutIncident((await account.get(url)).body);
    expect([url, await read(account, url), await read(account, url)]).toEqual([url, answer, answer]);
  }
}

function withoutIncident(body: unknown): unknown {
  return Array.isArray(body) ? body : { ...(body as object), incidentID: undefined };
}

describe('an answer that a process has given before', () => {
  test('is given again only until another process changes something', async () => {
    const account = await changer.account();
    await expectAgreement(account);
    const steps = [
      () => account.createCluster(),
      () => account.advance('10m'),
      () => account.settle(),
      () => account.post('/v1/clusters/shop/workerpools', { name: 'more', machineType: 'b3c.4x16', sizePerZone: 1 }),
      () => account.delete('/v1/clusters/shop'),
      () => account.settle(),
      () => changer.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/reset` }),
    ];
    for (const step of steps) {
      await step();
      await expectAgreement(account);
    }
  });

  test('is given again only until the next transition is due', async () => {
    const account = await changer.account({ speed: 1_000_000 });
    await account.createCluster();
    const states = new Set<unknown>();
    // Fifteen minutes of the cluster take a thousandth of a second: each read may find another state, and the last.
    for (let state: unknown; state !== 'normal'; states.add(state)) {
      ({ state } = (await read(account, '/v1/clusters/shop')) as { state: unknown });
    }
    expect([...states].at(-1)).toBe('normal');
  });

  test('is not given in another region', async () => {
    const account = await changer.account();
    const regions = { 'us-south': await account.createCluster(), 'eu-de': await account.createCluster({ dataCenter: 'fra02' }) };
    for (const [region, id] of [...Object.entries(regions), ...Object.entries(regions)]) {
      expect(await read(account, '/v1/clusters/shop', { 'x-region': region })).toMatchObject({ id });
    }
  });

  test('is not given of an account that had the same id before', async () => {
    const apiKey = `same-key-${Date.now()}-${process.pid}`;
    const make = async (): Promise<TestAccount> => changer.account({ apiKey });
    const first = await make();
    await first.createCluster();
    expect(await read(first, '/v1/clusters')).toHaveLength(1);
    await changer.call({ method: 'DELETE', url: `/_emulator/accounts/${first.id}` });
    const second = await make();
    await second.createCluster({ name: 'blog' });
    expect(second.id).toBe(first.id);
    expect(await read(second, '/v1/clusters')).toMatchObject([{ name: 'blog' }]);
  });
});
