import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readyCluster } from './requests.js';
import { vlansOf } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getVLANs', () => {
  test('200: an array, the same as the v1 form (R13, A6)', async () => {
    const { account } = await readyCluster(emulator);
    const answer = await account.get<unknown[]>('/v2/classic/getVLANs?zone=dal10');
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(2);
    expect(answer.body).toEqual(await vlansOf(account));
    expect((await account.get('/v2/classic/getVLANs?zone=dal12')).body).toEqual([]);
  });

  test('400: without a zone; 404: an unknown one', async () => {
    const account = await emulator.account();
    expect(await account.get('/v2/classic/getVLANs')).toMatchObject({ status: 400, body: { code: 'E0020', description: expect.stringContaining('zone') as unknown } });
    expect(await account.get('/v2/classic/getVLANs?zone=atlantis')).toMatchObject({ status: 404, body: { code: 'E0012' } });
  });
});
