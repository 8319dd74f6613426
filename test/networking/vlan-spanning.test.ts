import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

describe('getVlanSpanning', () => {
  test('200: off unless someone turned it on (R18)', async () => {
    const account = await emulator.account();
    const answer = await account.get('/v1/subnets/vlan-spanning');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ enabled: false, modifiedDate: '' });
  });

  test('200: on in an account where it was turned on, and in no other (R18, R20)', async () => {
    const [spanning, other] = [await emulator.account({ vlanSpanning: true }), await emulator.account()];
    expect((await spanning.get('/v1/subnets/vlan-spanning')).body).toMatchObject({ enabled: true });
    expect((await other.get('/v1/subnets/vlan-spanning')).body).toMatchObject({ enabled: false });
  });

  test('200: follows the setting of the account', async () => {
    const account = await emulator.account({ vlanSpanning: true });
    await account.patch(`/_emulator/accounts/${account.id}`, { vlanSpanning: false });
    const answer = await account.get('/v1/subnets/vlan-spanning');
    expect([answer.status, answer.body]).toEqual([200, { enabled: false, modifiedDate: expect.any(String) }]);
  });
});
