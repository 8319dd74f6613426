import { expect, test } from '@jest/globals';
import { albsOf } from '../networking/support.js';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'v2GetClusterALBs', () => {
  test('200: one object, with both pairs of names for the subdomain (A21)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    const v1 = (await account.get<Record<string, unknown>>(`/v1/alb/clusters/${cluster}`)).body;
    const answer = await account.get<Record<string, unknown>>('/v2/alb/getClusterAlbs?cluster=shop');
    expect(answer.body).toEqual({
      ...v1,
      publicIngressHostname: v1['ingressHostname'],
      publicIngressSecretName: v1['ingressSecretName'],
      alb: (await albsOf(account, cluster)).map((alb) => ({ ...alb, cluster, loadBalancerHostname: '' })),
    });
    expect(v1['ingressHostname']).toMatch(/^shop-/);
  });

  test('400: without a cluster', async () => {
    const account = await emulator.account();
    expect(await account.get('/v2/alb/getClusterAlbs')).toMatchObject({ status: 400, body: { code: 'E0020' } });
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v2/alb/getClusterAlbs?cluster=${cluster}`));
});
