import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusterALBs', () => {
  test('200: one object with the list in it, never an array (A1)', async () => {
    const { account, cluster, publicAlb, privateAlb } = await readyCluster(emulator);
    const answer = await account.get<Readonly<Record<string, unknown>>>('/v1/alb/clusters/shop');
    expect(answer.status).toBe(200);
    expect(Array.isArray(answer.body)).toBe(false);
    expect(answer.body).toEqual({
      id: cluster,
      region: 'us-south',
      dataCenter: 'dal10',
      isPaid: true,
      ingressHostname: expect.stringMatching(/^shop-[0-9a-f]{32}-0000\.us-south\.containers\.appdomain\.cloud$/) as unknown,
      ingressSecretName: expect.stringMatching(/^shop-[0-9a-f]{32}-0000$/) as unknown,
      alb: [expect.objectContaining({ albID: privateAlb }), expect.objectContaining({ albID: publicAlb })],
    });
    expect((await account.get(`/v1/alb/clusters/${cluster}`)).body).toEqual(answer.body);
  });

  test('200: an empty list means that there is no portable subnet (R246)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster({ noSubnet: true, workerNum: 1 });
    expect((await account.get('/v1/alb/clusters/shop')).body).toMatchObject({ alb: [], ingressHostname: '', ingressSecretName: '' });
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v1/alb/clusters/${cluster}`));
});
