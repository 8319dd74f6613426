import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getSupportedImages', () => {
  test('200: one object with the three newest builds and the default (R243, A2)', async () => {
    const account = await emulator.account();
    const answer = await account.get('/v2/alb/getAlbImages');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      defaultK8sVersion: '1.12.1_5237_iks',
      supportedK8sVersions: ['1.11.5_5196_iks', '1.12.0_5214_iks', '1.12.1_5237_iks'],
    });
  });
});
