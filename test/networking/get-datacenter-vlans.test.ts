import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { pairOf, vlansOf } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getDatacenterVLANs', () => {
  test('200: has texts alone, but for subnet_count (R13, R14)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    for (const [side, router] of [['private', 'bcr'], ['public', 'fcr']] as const) {
      expect((await pairOf(account))[side]).toEqual({
        id: expect.stringMatching(/^\d{7}$/),
        type: side,
        properties: {
          name: '',
          note: '',
          primary_router: expect.stringMatching(new RegExp(`^${router}\\d\\d[a-z]\\.dal10$`)),
          vlan_number: expect.stringMatching(/^\d{3,4}$/),
          vlan_type: 'standard',
          location: 'dal10',
          local_disk_storage_capability: 'true',
          san_storage_capability: 'true',
          subnet_count: 1,
        },
      });
    }
  });

  test('200: counts primary and portable subnets in subnet_count (R13)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle();
    const vlans = await vlansOf(account);
    expect(vlans.map(({ properties }) => properties['subnet_count'])).toEqual([2, 2]);
  });

  test("200: is empty in a zone that has none, and never shows another account's (R21)", async () => {
    const [mine, other] = [await emulator.account(), await emulator.account()];
    await other.createCluster();
    expect(await vlansOf(mine)).toEqual([]);
  });

  test.each([['nowhere'], ['mel01'], ['us-south-1']])('404: of %s, which is no classic zone in use', async (zone) => {
    const account = await emulator.account();
    const answer = await account.get(`/v1/datacenters/${zone}/vlans`);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'E0012', description: `The specified zone '${zone}' could not be found.` });
  });
});
