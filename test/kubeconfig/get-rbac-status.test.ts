import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getRBACStatus', () => {
  test('200: synchronized as soon as there is an API server, until the cluster goes', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    const status = async (): Promise<unknown> => (await account.get(`/v2/getRBACStatus?cluster=${id}`)).body;
    expect(await status()).toEqual({ synchronized: false, error: false });
    await account.advance('5m');
    expect(await status()).toEqual({ synchronized: true, error: false });
    await account.delete(`/v1/clusters/${id}`);
    expect(await status()).toEqual({ synchronized: false, error: false });
  });

  test('400: without a cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v2/getRBACStatus');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0020' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v2/getRBACStatus?cluster=none');
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });
});
