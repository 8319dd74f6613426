import { beforeAll, describe, expect, test } from '@jest/globals';
import { overlaps } from '../networking/support.js';
import { type EmulatorProcess, start } from '../server/emulator-process.js';
import { SharedAccount } from './shared-account.js';

interface Vlan {
  readonly id: string;
  readonly type: string;
}
interface Worker {
  readonly id: string;
  readonly state: string;
  readonly privateIP: string;
  readonly publicIP: string;
}
interface Subnet {
  readonly properties: { readonly display_label: string };
}

/** Room for all of them in one account and on one VLAN pair (R54, R105). */
const ROOM = { clusterQuota: 1_000, workerQuota: 5_000, subnetsPerVlanQuota: 1_000 };

const cluster = (name: string) => ({ name, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 });
const times = <Result>(count: number, work: (index: number) => Promise<Result>): Promise<Result[]> => Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** Proves that so many servers on one database are as one, with so many clusters created at once. */
export function describeProcesses({ count, creates }: { readonly count: number; readonly creates: number }): void {
  describe(`${count} processes on one database`, () => {
    let processes: readonly EmulatorProcess[];

    beforeAll(async () => {
      // Waiting for a lock is what these tests are about; how long depends on the machine.
      const environment = { DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? '', IKS_SLOW_QUERY: '600000' };
      processes = await times(count, () => start({ environment }));
    });

    test(`make one VLAN pair for ${creates} clusters created at once in one zone, and lease nothing twice (R1, R37, R39)`, async () => {
      const account = await SharedAccount.create(processes, ROOM);
      const created = await times(creates, (index) => account.call(index, 'POST', '/v1/clusters', cluster(`shop-${index}`)));
      expect(created.filter(({ status }) => status !== 201)).toEqual([]);

      await account.moveClock(1, 'settle', { until: 'all' });
      const vlans = await account.read<readonly Vlan[]>(0, '/v1/datacenters/dal10/vlans');
      expect(vlans.map(({ type }) => type).sort()).toEqual(['private', 'public']);
      const workers = (await times(creates, (index) => account.read<readonly Worker[]>(index, `/v1/clusters/shop-${index}/workers`))).flat();
      expect(workers.filter(({ state }) => state !== 'normal')).toEqual([]);
      const addresses = workers.flatMap(({ privateIP, publicIP }) => [privateIP, publicIP]);
      expect(new Set(addresses).size).toBe(2 * creates);
      const subnets = await account.read<readonly Subnet[]>(1, '/v1/subnets');
      expect(overlaps(subnets.map(({ properties }) => properties.display_label))).toEqual([]);
    });

    test('apply each transition once, whoever moves the clock', async () => {
      const account = await SharedAccount.create(processes, ROOM);
      // Readers apply what is due as well, but tell nobody: stopped time leaves it to those who move it.
      expect((await account.control(0, 'clock/freeze')).status).toBe(200);
      await times(10, (index) => account.call(index, 'POST', '/v1/clusters', cluster(`shop-${index}`)));
      const moves = await times(24, async (index) => {
        if (index % 3 === 0) await account.read(index, '/v1/clusters');
        return account.moveClock(index, 'advance', { by: '5m' });
      });
      const last = await account.moveClock(0, 'settle', { until: 'all' });
      const told = [...moves.flat(), ...last].map(({ kind, id, from, to }) => `${kind} ${id}: ${from} to ${to}`);
      expect(new Set(told).size).toBe(told.length);
      expect(told.filter((one) => /^worker .* to normal$/.test(one))).toHaveLength(10);
    });

    test('neither deadlock nor fail when clusters are made, settled and reset at the same time', async () => {
      const account = await SharedAccount.create(processes, ROOM);
      const answers = await times(80, (index) => {
        if (index % 8 === 7) return account.control(index, 'reset');
        if (index % 4 === 1) return account.control(index, 'clock/settle', { until: 'all' });
        if (index % 4 === 2) return account.call(index, 'GET', '/v1/clusters');
        return account.call(index, 'POST', '/v1/clusters', cluster(`shop-${index}`));
      });
      expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
      expect((await account.control(0, 'reset')).status).toBe(200);
      expect(await account.read(1, '/v1/clusters')).toEqual([]);
    });

    test('no process had anything to complain of', async () => {
      const endings = await Promise.all(processes.map((one) => one.end('SIGTERM')));
      expect(endings.map(({ code, stderr }) => ({ code, stderr }))).toEqual(endings.map(() => ({ code: 0, stderr: '' })));
    });
  });
}
