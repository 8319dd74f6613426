import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getVlanSpanning', () => {
  test('200: off unless someone turned it on, and then with the date of the change (R18)', async () => {
    const account = await emulator.account();
    const answer = await account.get('/v1/subnets/vlan-spanning');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ enabled: false, modifiedDate: '' });
    await account.patch(`/_emulator/accounts/${account.id}`, { vlanSpanning: true });
    expect((await account.get('/v1/subnets/vlan-spanning')).body).toEqual({ enabled: true, modifiedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
  });
});
