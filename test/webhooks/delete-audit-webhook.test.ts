import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();
const path = '/v1/clusters/shop/apiserverconfigs/auditwebhook';

describeOperation(emulator, 'deleteAuditWebhook', () => {
  test('204: it is gone; again changes nothing (R293)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.put(path, { auditServer: 'https://audit.example.com', caCertificate: 'ca' });
    for (const done of [await account.delete(path), await account.delete(path)]) {
      expect(done.status).toBe(204);
      expect(done.text).toBe('');
    }
    expect((await account.get(path)).body).toEqual({ auditServer: '', caCertificate: '', clientCertificate: '', clientKey: '', inEffect: true });
  });

  test('204: the API server goes on with it until a refresh of the master is over (R293)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.put(path, { auditServer: 'https://audit.example.com' });
    await account.settle('all');
    await account.delete(path);
    expect((await account.get(path)).body).toMatchObject({ auditServer: '', inEffect: false });
    await account.put('/v1/clusters/shop/masters', { action: 'refresh' });
    await account.settle('all');
    expect((await account.get(path)).body).toMatchObject({ auditServer: '', inEffect: true });
  });

  test('400: when the cluster is being deleted', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.advance('5m');
    await account.delete('/v1/clusters/shop');
    const refused = await account.delete(path);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0023' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.delete(path);
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });
});
