import { describe, expect, test } from '@jest/globals';
import { start } from '../server/emulator-process.js';
import { cluster, LoadAccount, tally, times } from './load-account.js';

/** Waiting for one's turn is what these tests are about; how long depends on the machine. */
const environment = { DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? '', IKS_SLOW_QUERY: '600000' };
const nameOf = (test: string): string => `load-${test}-${process.pid}-${process.hrtime.bigint().toString(36)}`;

describe('a crowd', () => {
  test('of 1,000 requests at once, each on a connection of its own, is served to the last', async () => {
    const emulator = await start({ environment });
    const account = await LoadAccount.create(emulator, nameOf('burst'), { speed: 1 });
    expect((await account.control('POST', 'clock/freeze')).status).toBe(200);
    const outcomes = await times(1_000, (index) => {
      if (index % 10 === 0) return account.call('POST', '/v1/clusters', cluster(`shop-${index}`));
      if (index % 10 === 1) return account.call('GET', '/v1/clusters/nowhere');
      if (index % 10 === 2) return account.call('GET', '/v1/clusters');
      return account.call('GET', '/v1/datacenters/dal10/vlans');
    });
    expect(tally(outcomes)).toEqual({ '200': 800, '201': 100, '404': 100 });
    expect(JSON.parse((await account.call('GET', '/v1/clusters')).text)).toHaveLength(100);
    account.disconnect();
    expect(await emulator.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  });

  test('that is waiting when the server is told to stop gets what was begun for it, and the server ends in good order', async () => {
    const emulator = await start({ environment });
    const account = await LoadAccount.create(emulator, nameOf('stop'), { speed: 1 });
    const created: string[] = [];
    let stopping: ReturnType<typeof emulator.end> | undefined;
    const outcomes = await times(40, async (index) => {
      const outcome = await account.call('POST', '/v1/clusters', cluster(`shop-${index}`));
      stopping ??= emulator.end('SIGTERM');
      if (outcome.status === 201) created.push(`shop-${index}`);
      return outcome;
    });
    expect(await stopping).toMatchObject({ code: 0, stderr: '' });
    // All were asked before the server was told to stop; what it had not read of them by then, it turns away.
    expect(Object.keys(tally(outcomes)).filter((status) => status !== '201' && status !== '503')).toEqual([]);
    expect(created.length).toBeGreaterThan(1);

    const next = await start({ environment });
    const clusters = JSON.parse((await account.movedTo(next).call('GET', '/v1/clusters')).text) as readonly { readonly name: string }[];
    expect(clusters.map(({ name }) => name).sort()).toEqual(created.sort());
    await next.end('SIGTERM');
  });
});
