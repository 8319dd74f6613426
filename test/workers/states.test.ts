import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { WorkerBody, WorkerV2Body } from './bodies.js';

const emulator = await connectEmulator();

const BUILD = '1.36.2_1524';

describe('a worker coming up', () => {
  test('its state, status, addresses and version go together through the documented path (R33, R204, R205)', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    const seen: unknown[] = [];
    do {
      const [worker] = (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body;
      const { state, status, privateIP, publicIP, kubeVersion } = worker ?? ({} as WorkerBody);
      const line = [state, status, privateIP === '' ? '' : 'private', publicIP === '' ? '' : 'public', kubeVersion];
      if (JSON.stringify(seen.at(-1)) !== JSON.stringify(line)) seen.push(line);
    } while ((await account.settle('next')).length > 0);
    expect(seen).toEqual([
      ['provision_pending', 'Waiting for the master to be deployed', '', '', ''],
      ['provisioning', 'Waiting for the infrastructure to deliver the machine', '', '', ''],
      ['provisioned', 'Machine delivered, deployment about to begin', 'private', 'public', ''],
      ['deploying', 'Setting up the container runtime and the Kubernetes components', 'private', 'public', ''],
      ['deployed', 'Components set up, waiting for the node to be ready', 'private', 'public', BUILD],
      ['normal', 'Ready', 'private', 'public', BUILD],
    ]);
  });

  test('it waits in provision_pending until the master is deployed (R204)', async () => {
    const account = await emulator.account();
    await account.post(`/_emulator/accounts/${account.id}/clock/freeze`);
    await account.createCluster();
    const states = async (advance: string): Promise<string[]> => {
      await account.advance(advance);
      return (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body.map(({ state }) => state);
    };
    expect(await states('329999ms')).toEqual(['provision_pending', 'provision_pending']);
    expect(await states('1ms')).toEqual(['provisioning', 'provisioning']);
  });

  test('VLANs, pool, flavor and target version show from the start, addresses stay once given (R37, R202)', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    const young = (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body[0];
    expect(young).toMatchObject({ machineType: 'b3c.4x16.encrypted', targetVersion: BUILD, poolName: 'default' });
    await account.advance('12m');
    const provisioned = (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body[0];
    await account.settle('all');
    const normal = (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body[0];
    for (const key of ['id', 'privateVlan', 'publicVlan', 'poolid', 'location'] as const) expect(normal?.[key]).toBe(young?.[key]);
    for (const key of ['privateIP', 'publicIP'] as const) expect(normal?.[key]).toBe(provisioned?.[key]);
  });

  test('statusDate is the moment of the last change, not of the look (R202)', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1 });
    const created = (await account.get<{ createdDate: string }>('/v1/clusters/shop')).body.createdDate;
    await account.advance('2h');
    const worker = (await account.get<WorkerBody[]>('/v1/clusters/shop/workers')).body[0];
    expect(worker?.statusDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
    expect(secondsBetween(created, worker?.statusDate ?? '')).toBe(1200);
  });

  test('a private-only worker has neither public VLAN nor public address (R9)', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 1, privateOnly: true });
    await account.settle('all');
    const { body } = await account.get<WorkerBody[]>('/v1/clusters/shop/workers');
    expect(body).toMatchObject([{ state: 'normal', publicIP: '', publicVlan: '' }]);
    expect(body[0]?.privateIP).toMatch(/^10\.184\./);
    expect((await account.get('/v2/getWorkers?cluster=shop')).body).toMatchObject([
      { networkInformation: { publicIP: '', publicVLAN: '', privateIP: body[0]?.privateIP } },
    ]);
  });
});

test('in the v2 form health is normal and the state deployed only when the worker is ready', async () => {
  const account = await emulator.account();
  await account.createCluster({ workerNum: 1 });
  const seen: string[] = [];
  do {
    const [worker] = (await account.get<WorkerV2Body[]>('/v2/getWorkers?cluster=shop')).body;
    const line = `${worker?.lifecycle.actualState ?? ''} of ${worker?.lifecycle.desiredState ?? ''}, ${worker?.health.state ?? ''}`;
    if (seen.at(-1) !== line) seen.push(line);
  } while ((await account.settle('next')).length > 0);
  expect(seen).toEqual([
    'provision_pending of deployed, pending',
    'provisioning of deployed, pending',
    'provisioned of deployed, pending',
    'deploying of deployed, pending',
    'deployed of deployed, pending',
    'deployed of deployed, normal',
  ]);
});

function secondsBetween(from: string, to: string): number {
  const parse = (date: string): number => Date.parse(date.replace('+0000', 'Z'));
  return (parse(to) - parse(from)) / 1000;
}
