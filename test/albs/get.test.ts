import { describe, expect, test } from '@jest/globals';
import { type Alb, albsOf, clusterOf } from '../networking/support.js';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

describe('getClusterALB', () => {
  test('200: is read by its id as it is listed (R232)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const cluster = await account.createCluster();
    const albs = await albsOf(account, cluster);
    expect(albs).toHaveLength(2);
    for (const alb of albs) expect((await account.get<Alb>(`/v1/alb/albs/${alb.albID}`)).body).toEqual(alb);
  });

  test("404: unknown, and another account's, answer the same", async () => {
    const [mine, other] = [await emulator.account(), await emulator.account({ speed: 'instant' })];
    const cluster = await other.createCluster();
    const [alb] = await albsOf(other, cluster);
    const foreign = await mine.get<Record<string, unknown>>(`/v1/alb/albs/${alb?.albID}`);
    const unknown = await mine.get<Record<string, unknown>>('/v1/alb/albs/public-crc0000000000000000000-alb1');
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(unknown.body).toMatchObject({ code: 'E0028', description: 'The specified ALB could not be found.' });
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
  });
});

describe('getClusterALBs', () => {
  test('200: none before the first ones come (R53)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    const listed = await account.get('/v1/alb/clusters/shop');
    expect(listed.status).toBe(200);
    expect(listed.body).toMatchObject({ id, ingressHostname: '', ingressSecretName: '', alb: [] });
  });

  test("200: with the cluster's place and Ingress names, as one object (R232, A1)", async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const { ingressHostname, ingressSecretName } = await clusterOf(account, cluster);
    const listed = await account.get(`/v1/alb/clusters/${cluster}`);
    expect(listed.body).toEqual({
      id: cluster,
      region: 'us-south',
      dataCenter: 'dal10',
      isPaid: true,
      ingressHostname,
      ingressSecretName,
      alb: await albsOf(account, cluster),
    });
    expect((await account.get('/v1/alb/clusters/shop')).body).toEqual(listed.body);
  });

  test("404: the ALBs of another account's cluster", async () => {
    const [mine, other] = [await emulator.account(), await emulator.account()];
    const cluster = await other.createCluster();
    const answer = await mine.get(`/v1/alb/clusters/${cluster}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'G0004', description: 'The specified cluster could not be found.' } });
  });
});
