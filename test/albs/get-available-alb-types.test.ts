import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getAvailableALBTypes', () => {
  test('200: public and private, also without a token (R245)', async () => {
    const account = await emulator.account();
    expect(await account.get('/v1/alb/albtypes')).toMatchObject({ status: 200, body: ['public', 'private'] });
    expect((await emulator.call({ method: 'GET', url: '/v1/alb/albtypes' })).body).toEqual(['public', 'private']);
  });
});
