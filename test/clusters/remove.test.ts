import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ClusterBody, ErrorBody, PoolBody, WorkerBody } from './bodies.js';

const emulator = await connectEmulator();

async function settledCluster() {
  const account = await emulator.account();
  const id = await account.createCluster();
  await account.settle('all');
  return { account, id };
}

const clusterNames = async (account: TestAccount): Promise<string[]> =>
  (await account.get<ClusterBody[]>('/v1/clusters')).body.map(({ name }) => name);

describeOperation(emulator, 'removeCluster', () => {
  test('204: no body, and the cluster is deleting at once (R125, R140)', async () => {
    const { account, id } = await settledCluster();
    const removed = await account.delete(`/v1/clusters/${id}`);
    expect(removed.status).toBe(204);
    expect(removed.text).toBe('');
    expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({
      state: 'deleting',
      status: 'The cluster is being deleted',
      masterState: 'deleting',
      masterHealth: 'unavailable',
    });
    expect((await account.get(`/v2/getCluster?cluster=${id}`)).body).toMatchObject({ state: 'deleting' });
    expect(await clusterNames(account)).toEqual(['shop']);
  });

  test('204: by name', async () => {
    const { account, id } = await settledCluster();
    expect((await account.delete('/v1/clusters/shop')).status).toBe(204);
    expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ state: 'deleting' });
  });

  test('204: bluemix-go declares JSON and sends no body', async () => {
    const { account, id } = await settledCluster();
    const removed = await account.delete(`/global/v1/clusters/${id}?deleteResources=false`, { 'content-type': 'application/json' });
    expect(removed.status).toBe(204);
  });

  test('a worker that was being deleted already is gone at its own moment, before the others (R142, R213)', async () => {
    const { account, id } = await settledCluster();
    const workersOf = async () => (await account.get<WorkerBody[]>(`/v1/clusters/${id}/workers`)).body.map(({ id: worker, state }) => [worker, state]);
    const [[first = ''] = [], [second = ''] = []] = await workersOf();
    await account.delete(`/v1/clusters/${id}/workers/${first}`);
    await account.advance('2m');
    await account.delete(`/v1/clusters/${id}`);
    expect(await workersOf()).toEqual([
      [first, 'deleting'],
      [second, 'deleting'],
    ]);
    await account.advance('3m');
    expect(await workersOf()).toEqual([[second, 'deleting']]);
    await account.advance('2m');
    expect(await workersOf()).toEqual([]);
  });

  test('when it is gone, everything of it answers 404 with the sentence that clients look for (R125, R142, R144)', async () => {
    const { account, id } = await settledCluster();
    const workers = await account.get<WorkerBody[]>(`/v1/clusters/${id}/workers`);
    const pools = await account.get<PoolBody[]>(`/v1/clusters/${id}/workerpools`);
    const albs = await account.get<{ alb: { albID: string }[] }>(`/v1/alb/clusters/${id}`);
    await account.delete(`/v1/clusters/${id}`);
    await account.settle('all');

    const ofCluster = [
      `/v1/clusters/${id}`,
      '/v1/clusters/shop',
      `/v1/clusters/${id}?showResources=true`,
      `/v2/getCluster?cluster=${id}`,
      `/v2/getCluster?v1-compatible&cluster=${id}`,
      `/v2/classic/getCluster?cluster=${id}`,
      `/v1/clusters/${id}/workers`,
      `/v1/clusters/${id}/workers?showDeleted=true`,
      `/v1/clusters/${id}/workers/${workers.body[0]?.id ?? ''}`,
      `/v1/clusters/${id}/workerpools`,
      `/v1/clusters/${id}/workerpools/default`,
      `/v1/clusters/${id}/workerpools/${pools.body[0]?.id ?? ''}`,
      `/v2/getWorkers?cluster=${id}`,
      `/v2/getWorkerPools?cluster=${id}`,
      `/v1/alb/clusters/${id}`,
      `/v1/clusters/${id}/subnets`,
    ];
    for (const url of ofCluster) {
      const missing = await account.get<ErrorBody>(url);
      expect({ url, status: missing.status, code: missing.body.code, description: missing.body.description }).toEqual({
        url,
        status: 404,
        code: 'G0004',
        description: 'The specified cluster could not be found.',
      });
    }
    for (const { id: worker } of workers.body) {
      const missing = await account.get<ErrorBody>(`/v1/workers/${worker}`);
      expect(missing.status).toBe(404);
      expect(missing.body.description).toBe('The specified worker node could not be found.');
    }
    for (const { albID } of albs.body.alb) expect((await account.get(`/v1/alb/albs/${albID}`)).status).toBe(404);
    expect(await clusterNames(account)).toEqual([]);
    expect((await account.get('/v2/classic/getClusters')).body).toEqual([]);
  });

  test('VLANs and primary subnets stay, portable subnets go (R68, R142)', async () => {
    const { account } = await settledCluster();
    const kinds = async (): Promise<string[]> =>
      (await account.get<{ properties: { subnet_type: string } }[]>('/v1/subnets')).body.map(({ properties }) => properties.subnet_type).sort();
    expect(await kinds()).toEqual(['additional_primary', 'additional_primary', 'secondary_on_vlan', 'secondary_on_vlan']);
    await account.delete('/v1/clusters/shop?deleteResources=false');
    await account.settle('all');
    expect(await kinds()).toEqual(['additional_primary', 'additional_primary']);
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toHaveLength(2);
  });

  test('with deleteResources, VLANs go on which nothing else is left (R141)', async () => {
    const { account } = await settledCluster();
    await account.createCluster({ name: 'other' });
    await account.settle('all');
    await account.delete('/v1/clusters/shop?deleteResources=true');
    await account.settle('all');
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toHaveLength(2);
    await account.delete('/v1/clusters/other?deleteResources=true');
    await account.settle('all');
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toEqual([]);
    expect((await account.get('/v1/subnets')).body).toEqual([]);
  });

  test('204: a second delete changes nothing, neither the moment of the end nor what goes along (R125)', async () => {
    const { account, id } = await settledCluster();
    await account.delete(`/v1/clusters/${id}`);
    await account.advance('10m');
    const before = await account.get(`/v1/clusters/${id}`);
    expect((await account.delete(`/v1/clusters/${id}?deleteResources=true`)).status).toBe(204);
    expect((await account.get(`/v1/clusters/${id}`)).body).toEqual(before.body);
    await account.advance('4m');
    expect((await account.get(`/v1/clusters/${id}`)).status).toBe(404);
    expect((await account.get('/v1/datacenters/dal10/vlans')).body).toHaveLength(2);
  });

  test('another cluster is left alone', async () => {
    const { account, id } = await settledCluster();
    const other = await account.createCluster({ name: 'other' });
    await account.settle('all');
    const before = await account.get(`/v1/clusters/${other}?showResources=true`);
    const workers = await account.get(`/v1/clusters/${other}/workers`);
    await account.delete(`/v1/clusters/${id}`);
    await account.settle('all');
    const after = await account.get(`/v1/clusters/${other}?showResources=true`);
    const countless = (body: unknown): unknown => JSON.parse(JSON.stringify(body).replaceAll(/"subnet_count":\d+/g, '"subnet_count":0'));
    expect(countless(after.body)).toEqual(countless(before.body));
    expect((await account.get(`/v1/clusters/${other}/workers`)).body).toEqual(workers.body);
  });

  describe('before the master is deployed (R122)', () => {
    test('its workers are deleting, then deleted and listed on demand, then gone with it (R212)', async () => {
      const account = await emulator.account();
      const id = await account.createCluster();
      await account.advance('1m');
      await account.delete(`/v1/clusters/${id}`);
      const reasonForDelete = 'Cluster deletion was requested';
      expect((await account.get(`/v1/clusters/${id}/workers`)).body).toMatchObject(Array(2).fill({ state: 'deleting', reasonForDelete }));
      await account.advance('5m');
      expect((await account.get(`/v1/clusters/${id}/workers`)).body).toEqual([]);
      const deleted = await account.get(`/v1/clusters/${id}/workers?showDeleted=true`);
      expect(deleted.body).toMatchObject(Array(2).fill({ state: 'deleted', reasonForDelete, kubeVersion: '', privateIP: '' }));
      await account.advance('2m');
      expect((await account.get(`/v1/clusters/${id}/workers?showDeleted=true`)).status).toBe(404);
    });

    test.each([
      ['requested', '1s'],
      ['deploying', '2m'],
    ])('a cluster that is %s is aborted, then gone', async (state, age) => {
      const account = await emulator.account();
      const id = await account.createCluster();
      await account.advance(age);
      expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ state });

      expect((await account.delete(`/v1/clusters/${id}`)).status).toBe(204);
      expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ state: 'aborted', serverURL: '', masterState: 'deleting' });
      expect((await account.delete(`/v1/clusters/${id}`)).status).toBe(204);
      await account.advance('6m');
      expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ state: 'aborted' });
      await account.advance('1m');
      expect((await account.get<ErrorBody>(`/v1/clusters/${id}`)).body.code).toBe('G0004');
      expect(await account.settle('all')).toEqual([]);
      await account.createCluster({ name: 'shop' });
    });
  });

  test.each(['provision_pending', 'provisioning', 'provisioned', 'deploying', 'deployed'])(
    'while its workers are %s: all of them are deleting, and then everything is gone (R142)',
    async (state) => {
      const account = await emulator.account();
      const id = await account.createCluster();
      await account.advance('5m');
      const stateOfWorkers = async (): Promise<string[]> =>
        (await account.get<WorkerBody[]>(`/v1/clusters/${id}/workers`)).body.map((worker) => worker.state);
      while ((await stateOfWorkers())[0] !== state) await account.settle('next');

      await account.delete(`/v1/clusters/${id}`);
      expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ state: 'deleting' });
      expect(await stateOfWorkers()).toEqual(['deleting', 'deleting']);
      const kinds = (await account.settle('all')).map(({ kind, to }) => `${kind} ${to}`);
      expect(kinds).toEqual(['worker deleted', 'worker deleted', 'cluster deleted']);
      expect((await account.get(`/v1/clusters/${id}`)).status).toBe(404);
    },
  );

  test.each([
    ['portable subnets are being ordered', '30s', 0],
    ['their map is being filled', '90s', 0],
    ['ALBs are being made', '150s', 2],
    ['the subdomain is being registered', '270s', 2],
  ])('while %s: nothing more of it comes (R142)', async (_, afterNormal, albCount) => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.advance('20m');
    await account.advance(afterNormal);
    await account.delete(`/v1/clusters/${id}`);
    const kinds = (await account.advance('13m')).map(({ kind, to }) => `${kind} ${to}`);
    expect(kinds).toEqual(['worker deleted', 'worker deleted']);
    expect((await account.get<{ alb: unknown[] }>(`/v1/alb/clusters/${id}`)).body.alb).toHaveLength(albCount);
    expect((await account.get(`/v1/clusters/${id}`)).body).toMatchObject({ state: 'deleting', ingressHostname: '' });
    expect((await account.settle('all')).map(({ kind, to }) => `${kind} ${to}`)).toEqual(['cluster deleted']);
    expect((await account.get('/v1/subnets')).body).toHaveLength(2);
  });

  test.each(['c00000000000000000v0', '0123456789abcdef0123456789abcdef', 'nothing'])('404 G0004: %s (R144)', async (word) => {
    const account = await emulator.account();
    const missing = await account.delete<ErrorBody>(`/v1/clusters/${word}`);
    expect(missing.status).toBe(404);
    expect(missing.body).toMatchObject({ code: 'G0004', description: 'The specified cluster could not be found.' });
  });

  test("404: another account's cluster, which stays as it is", async () => {
    const { account: owner, id } = await settledCluster();
    const stranger = await emulator.account();
    const foreign = await stranger.delete<ErrorBody>(`/v1/clusters/${id}`);
    const unknown = await stranger.delete<ErrorBody>('/v1/clusters/c00000000000000000v0');
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
    expect((await owner.get(`/v1/clusters/${id}`)).body).toMatchObject({ state: 'normal' });
  });

  test('400: deleteResources is neither true nor false', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.delete('/v1/clusters/shop?deleteResources=perhaps');
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021', description: 'The request is not valid: deleteResources must be one of: true, false.' } });
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ state: 'requested' });
  });
});
