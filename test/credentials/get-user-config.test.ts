import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { store } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getUserConfig', () => {
  test('200: whether credentials are stored in the region (R294)', async () => {
    const account = await emulator.account();
    const configIn = async (region: string): Promise<unknown> => (await account.get('/v1/user-config', { 'X-Region': region })).body;
    expect(await configIn('us-south')).toEqual({ freeEnabled: true, storedIaasCredentials: false });
    await store(account, { 'X-Region': 'us-south' });
    expect(await configIn('us-south')).toEqual({ freeEnabled: true, storedIaasCredentials: true });
    expect(await configIn('eu-gb')).toEqual({ freeEnabled: true, storedIaasCredentials: false });
    await account.delete('/v1/credentials', { 'X-Region': 'us-south' });
    expect(await configIn('us-south')).toEqual({ freeEnabled: true, storedIaasCredentials: false });
  });

  test('200: not in an account without free clusters (R101, R102)', async () => {
    const account = await emulator.account({ freeClusters: false });
    expect((await account.get('/v1/user-config')).body).toEqual({ freeEnabled: false, storedIaasCredentials: false });
  });

  test('400: an unknown region', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v1/user-config', { 'X-Region': 'mars' });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0021' });
  });
});
