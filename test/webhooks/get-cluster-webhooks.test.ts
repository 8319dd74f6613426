import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();
const url = 'https://hooks.example.com/services/T00/B00/x';

describeOperation(emulator, 'getClusterWebhooks', () => {
  test('200: the webhooks of the one cluster, oldest first; none in the beginning (R292)', async () => {
    const account = await emulator.account();
    const one = await account.createCluster({ name: 'one' });
    await account.createCluster({ name: 'two' });
    expect((await account.get(`/v1/clusters/${one}/webhooks`)).body).toEqual([]);

    await account.post('/v1/clusters/one/webhooks', { level: 'Normal', type: 'slack', url: `${url}/b` });
    await account.advance('1s');
    await account.post('/v1/clusters/one/webhooks', { level: 'Warning', type: 'slack', url: `${url}/a` });
    expect((await account.get(`/v1/clusters/${one}/webhooks`)).body).toEqual([
      { level: 'Normal', type: 'slack', url: `${url}/b` },
      { level: 'Warning', type: 'slack', url: `${url}/a` },
    ]);
    expect((await account.get('/v1/clusters/two/webhooks')).body).toEqual([]);
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v1/clusters/none/webhooks');
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });
});
