import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getAuditWebhook', () => {
  test('200: empty where none is set, and apart from the webhooks of the cluster (R293)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.post(`/v1/clusters/${id}/webhooks`, { type: 'slack', url: 'https://hooks.example.com/x' });
    const answer = await account.get(`/v1/clusters/${id}/apiserverconfigs/auditwebhook`);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ auditServer: '', caCertificate: '', clientCertificate: '', clientKey: '', inEffect: true });
  });

  test('200: each cluster has its own', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'one' });
    await account.createCluster({ name: 'two' });
    await account.put('/v1/clusters/one/apiserverconfigs/auditwebhook', { auditServer: 'https://audit.example.com' });
    expect((await account.get('/v1/clusters/one/apiserverconfigs/auditwebhook')).body).toMatchObject({ auditServer: 'https://audit.example.com' });
    expect((await account.get('/v1/clusters/two/apiserverconfigs/auditwebhook')).body).toMatchObject({ auditServer: '' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v1/clusters/none/apiserverconfigs/auditwebhook');
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });
});
