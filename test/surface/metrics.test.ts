import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

/** The samples by what is before their value, such as `name{label="value"}`. */
async function scrape(): Promise<ReadonlyMap<string, number>> {
  const { text } = await emulator.call({ method: 'GET', url: '/metrics' });
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]));
}

async function countOf(operation: string, method: string, status: number): Promise<number | undefined> {
  const name = `iks_emulator_request_duration_seconds_count{operation="${operation}",method="${method}",status="${status}"}`;
  return (await scrape()).get(name);
}

describe('/metrics', () => {
  test('is text for Prometheus: each sample has a help, a type and a number', async () => {
    const { text, headers } = await emulator.call({ method: 'GET', url: '/metrics' });
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    const described = new Set([...text.matchAll(/^# (HELP|TYPE) (\S+) \S+/gm)].map(([, kind, name]) => `${String(kind)} ${String(name)}`));
    for (const [sample, value] of await scrape()) {
      const [name = ''] = sample.split('{');
      const family = described.has(`TYPE ${name}`) ? name : name.replace(/_(bucket|sum|count)$/, '');
      expect(described).toContain(`HELP ${family}`);
      expect(described).toContain(`TYPE ${family}`);
      if (name.startsWith('iks_emulator_')) expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  test('counts requests by operation, method and status', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    for (const id of [cluster, 'shop', 'nobodys']) await account.get(`/v1/clusters/${id}`);
    expect(await countOf('createCluster', 'POST', 201)).toBe(1);
    expect(await countOf('getCluster1', 'GET', 200)).toBe(2);
    expect(await countOf('getCluster1', 'GET', 404)).toBe(1);
  });

  test('counts under one name what no operation is asked for, so that callers cannot make ever new series', async () => {
    for (const url of ['/v1/nothing', '/v1/nothing-else', '/']) await emulator.call({ method: 'GET', url });
    expect([...(await scrape()).keys()].filter((name) => name.includes('nothing'))).toEqual([]);
    expect(await countOf('none', 'GET', 404)).toBe(2);
  });

  test('counts an operation that is not built by its id', async () => {
    expect((await emulator.call({ method: 'GET', url: '/v2/satellite/getClusters' })).status).toBe(501);
    const counted = [...(await scrape())].filter(([name]) => name.startsWith('iks_emulator_request_duration_seconds_count') && name.includes('status="501"'));
    expect(counted).toEqual([[expect.stringContaining('operation="getSatelliteClusters"'), 1]]);
  });

  test('counts no transition that a refused change has undone', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    const before = await scrape();
    const grown = async (name: string): Promise<number> => ((await scrape()).get(name) ?? 0) - (before.get(name) ?? 0);
    expect((await account.post('/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' })).status).toBe(409);
    expect(await grown('iks_emulator_transitions_total{kind="worker"}')).toBe(0);
    expect(await grown('iks_emulator_settle_duration_seconds_count')).toBe(0);
    await account.get('/v1/clusters/shop');
    expect(await grown('iks_emulator_transitions_total{kind="worker"}')).toBeGreaterThan(0);
    expect(await grown('iks_emulator_settle_duration_seconds_count')).toBe(1);
  });

  test('shows what is being served: at least the scrape itself, and nothing that is done', async () => {
    await Promise.all(Array.from({ length: 20 }, () => emulator.call({ method: 'GET', url: '/v1/zones' })));
    expect((await scrape()).get('iks_emulator_requests_in_flight')).toBe(1);
  });

  test('counts transitions by kind, and times how long an account takes to settle', async () => {
    const account = await emulator.account();
    const before = await scrape();
    await account.createCluster();
    const transitions = await account.settle();
    const workers = transitions.filter(({ kind }) => kind === 'worker').length;
    const after = await scrape();
    const grown = (name: string): number => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(workers).toBeGreaterThan(0);
    expect(grown('iks_emulator_transitions_total{kind="worker"}')).toBe(workers);
    expect(grown('iks_emulator_settle_duration_seconds_count')).toBeGreaterThan(0);
  });

  test('shows how the connections to the database are used', async () => {
    await Promise.all(Array.from({ length: 30 }, () => emulator.call({ method: 'GET', url: '/readyz' })));
    const samples = await scrape();
    const connections = (state: string) => samples.get(`iks_emulator_database_connections{state="${state}"}`) ?? NaN;
    expect(connections('idle') + connections('in use')).toBeGreaterThan(0);
    expect(connections('idle') + connections('in use')).toBeLessThanOrEqual(10);
    expect(connections('waited for')).toBe(0);
  });

  test('names no account', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    const { text } = await emulator.call({ method: 'GET', url: '/metrics' });
    for (const secret of [account.id, account.name, account.apiKey, cluster]) expect(text).not.toContain(secret);
  });
});
