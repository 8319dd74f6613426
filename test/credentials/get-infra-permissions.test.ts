import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { store } from './support.js';

const emulator = await connectEmulator();

interface StatusBody {
  readonly account: string;
  readonly accountType: string;
}

const none = { insufficient: false, missingPermissions: [] };
const all = { required: none, recommended: none };

describeOperation(emulator, 'getInfraPermissions', () => {
  test('200: the linked infrastructure account, in which nothing is missing', async () => {
    const account = await emulator.account();
    const answer = await account.get('/v1/infra-permissions', { 'X-Region': 'us-south' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      account: expect.stringMatching(/^\d{7}$/) as unknown,
      accountType: 'linked',
      virtualWorkerManagerPermissions: all,
      physicalWorkerManagerPermissions: all,
      networkManagerPermissions: all,
      storageManagerPermissions: all,
    });
  });

  test('200: where credentials are stored their account, since they win over the API key (R294)', async () => {
    const account = await emulator.account();
    const statusIn = async (region: string): Promise<StatusBody> =>
      (await account.get<StatusBody>('/v1/infra-permissions', { 'X-Region': region })).body;
    const linked = await statusIn('us-south');
    await store(account, { 'X-Region': 'us-south' });
    expect(await statusIn('us-south')).toMatchObject({ account: '1234567', accountType: 'unlinked' });
    expect(await statusIn('eu-de')).toEqual(linked);
    await account.delete('/v1/credentials', { 'X-Region': 'us-south' });
    expect(await statusIn('us-south')).toEqual(linked);
  });

  test('400: a region or a resource group that there is not', async () => {
    const account = await emulator.account();
    for (const [header, value] of [['X-Region', 'mars'], ['X-Auth-Resource-Group', 'nobodys']] as const) {
      const refused = await account.get('/v1/infra-permissions', { [header]: value });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0021' });
    }
  });
});
