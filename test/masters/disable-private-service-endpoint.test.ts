import { expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { testClusterRefusals } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readMaster, settledCluster } from './support.js';

const emulator = await connectEmulator();

const bothOn = { publicServiceEndpoint: true, privateSeviceEndpoint: true };

describeOperation(emulator, 'v2DisablePrivateServiceEndpoint', () => {
  test.each([['on', bothOn], ['off', {}]])('400: refused while it is %s (R152)', async (_, request) => {
    const account = await settledCluster(emulator, request);
    const before = await readMaster(account);
    const refused = await account.post<ErrorBody>('/v2/disablePrivateServiceEndpoint', { cluster: 'shop' });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toBe('The request is not valid: the private service endpoint of a cluster cannot be disabled.');
    expect(await readMaster(account)).toEqual(before);
  });

  test('400 E0020: no cluster is named', async () => {
    const account = await emulator.account();
    expect(await account.post('/v2/disablePrivateServiceEndpoint', {})).toMatchObject({ status: 400, body: { code: 'E0020' } });
  });

  testClusterRefusals(emulator, (account, cluster) => account.post('/v2/disablePrivateServiceEndpoint', { cluster }));
});
