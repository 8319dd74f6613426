import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'v2GetClusterAddons', () => {
  test('200: the list of v1', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.advance('5m');
    await account.patch('/v1/clusters/shop/addons', { addons: [{ name: 'csutil', options: 'x' }], enable: true });
    const v1 = await account.get(`/v1/clusters/${id}/addons`);
    const v2 = await account.get(`/v2/getClusterAddons?cluster=${id}`);
    expect(v2.status).toBe(200);
    expect(v2.body).toEqual(v1.body);
    expect(v2.body).toEqual([expect.objectContaining({ name: 'csutil', version: '1.0.0', options: 'x' })]);
    expect((await account.get('/v2/getClusterAddons?cluster=shop')).body).toEqual(v1.body);
  });

  test('400: without a cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v2/getClusterAddons');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v2/getClusterAddons?cluster=none');
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });
});
