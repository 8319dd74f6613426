import { describe, expect, test } from '@jest/globals';
import { albsOf } from '../networking/support.js';
import { startEmulator } from '../support/emulator.js';
import { readyCluster } from './support.js';

const emulator = await startEmulator();

describe('getAvailableALBTypes', () => {
  test('200: public and private, also without a token (R245)', async () => {
    const account = await emulator.account();
    expect((await account.get('/v1/alb/albtypes')).body).toEqual(['public', 'private']);
    expect((await emulator.call({ method: 'GET', url: '/v1/alb/albtypes' })).body).toEqual(['public', 'private']);
  });
});

describe('getSupportedImages', () => {
  test('200: one object with the three newest builds and the default (R243, A2)', async () => {
    const account = await emulator.account();
    expect((await account.get('/v2/alb/getAlbImages')).body).toEqual({
      defaultK8sVersion: '1.12.1_5237_iks',
      supportedK8sVersions: ['1.11.5_5196_iks', '1.12.0_5214_iks', '1.12.1_5237_iks'],
    });
  });
});

describe('v2GetClusterALB', () => {
  test("200: the fields that all infrastructures share beside those of classic ALBs (A21)", async () => {
    const { account, cluster } = await readyCluster(emulator);
    for (const alb of await albsOf(account, cluster)) {
      const answer = await account.get(`/v2/alb/getAlb?albID=${alb.albID}`);
      expect([answer.status, answer.body]).toEqual([200, { ...alb, cluster, loadBalancerHostname: '' }]);
    }
  });

  test('400: without albID; 404: an unknown one', async () => {
    const account = await emulator.account();
    expect((await account.get('/v2/alb/getAlb')).status).toBe(400);
    expect(await account.get('/v2/alb/getAlb?albID=public-crnobody-alb1')).toMatchObject({ status: 404, body: { code: 'E0028' } });
  });
});

describe('v2GetClusterALBs', () => {
  test('200: one object, with both pairs of names for the subdomain (A21)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    const v1 = (await account.get<Record<string, unknown>>(`/v1/alb/clusters/${cluster}`)).body;
    const answer = await account.get<Record<string, unknown>>(`/v2/alb/getClusterAlbs?cluster=shop`);
    expect(answer.body).toEqual({
      ...v1,
      publicIngressHostname: v1['ingressHostname'],
      publicIngressSecretName: v1['ingressSecretName'],
      alb: (await albsOf(account, cluster)).map((alb) => ({ ...alb, cluster, loadBalancerHostname: '' })),
    });
    expect(v1['ingressHostname']).toMatch(/^shop-/);
  });

  test('400: without a cluster; 404: an unknown one', async () => {
    const account = await emulator.account();
    expect((await account.get('/v2/alb/getClusterAlbs')).status).toBe(400);
    expect(await account.get('/v2/alb/getClusterAlbs?cluster=nobody')).toMatchObject({ status: 404, body: { code: 'G0004' } });
  });
});
