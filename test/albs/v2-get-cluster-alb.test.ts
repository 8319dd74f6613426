import { expect, test } from '@jest/globals';
import { albsOf } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'v2GetClusterALB', () => {
  test('200: the fields that all infrastructures share beside those of classic ALBs (A21)', async () => {
    const { account, cluster } = await readyCluster(emulator);
    for (const alb of await albsOf(account, cluster)) {
      const answer = await account.get(`/v2/alb/getAlb?albID=${alb.albID}`);
      expect([answer.status, answer.body]).toEqual([200, { ...alb, cluster, loadBalancerHostname: '' }]);
    }
  });

  test('400: without albID; 404: an unknown one', async () => {
    const account = await emulator.account();
    expect(await account.get('/v2/alb/getAlb')).toMatchObject({ status: 400, body: { code: 'E0020' } });
    expect(await account.get('/v2/alb/getAlb?albID=public-crnobody-alb1')).toMatchObject({ status: 404, body: { code: 'E0028' } });
  });
});
