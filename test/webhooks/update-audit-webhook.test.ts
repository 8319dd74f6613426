import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();
const path = '/v1/clusters/shop/apiserverconfigs/auditwebhook';
const auditServer = 'https://audit.example.com/events';

describeOperation(emulator, 'updateAuditWebhook', () => {
  test('204: sets it; the key is never shown (R293)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const body = { auditServer, caCertificate: 'ca', clientCertificate: 'client', clientKey: 'secret-key' };
    const done = await account.put(path, body);
    expect(done.status).toBe(204);
    expect(done.text).toBe('');
    const shown = await account.get(path);
    expect(shown.body).toEqual({ auditServer, caCertificate: 'ca', clientCertificate: 'client', clientKey: '', inEffect: false });
    const rows = await emulator.rows('clusters', account);
    expect(JSON.stringify(rows)).toContain('"clientCertificate":"client"');
    expect(JSON.stringify(rows)).not.toContain('secret-key');
  });

  test('204: replaces all of what was set, certificates as long as they are', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.put(path, { auditServer, caCertificate: 'x'.repeat(8_000), clientCertificate: 'client' });
    await account.put(path, { auditServer: 'http://10.0.0.7:8080' });
    expect((await account.get(path)).body).toEqual({ auditServer: 'http://10.0.0.7:8080', caCertificate: '', clientCertificate: '', clientKey: '', inEffect: false });
  });

  test('204: takes effect when a refresh of the master is over, though it shows at once (R293)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.settle('all');
    await account.put(path, { auditServer });
    expect((await account.get(path)).body).toMatchObject({ auditServer, inEffect: false });
    await account.put('/v1/clusters/shop/masters', { action: 'refresh' });
    expect((await account.get(path)).body).toMatchObject({ auditServer, inEffect: false });
    await account.advance('179s');
    expect((await account.get(path)).body).toMatchObject({ auditServer, inEffect: false });
    await account.advance('1s');
    expect((await account.get(path)).body).toMatchObject({ auditServer, inEffect: true });
  });

  test('204: what is set again as it was is in effect; anything else waits for the next refresh (R293)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.put(path, { auditServer });
    await account.settle('all');
    expect((await account.get(path)).body).toMatchObject({ auditServer, inEffect: true });
    await account.put(path, { auditServer, caCertificate: 'ca' });
    expect((await account.get(path)).body).toMatchObject({ caCertificate: 'ca', inEffect: false });
    await account.put(path, { auditServer });
    expect((await account.get(path)).body).toMatchObject({ caCertificate: '', inEffect: true });
  });

  test('204: an update of the master starts the API server anew too', async () => {
    const account = await emulator.account();
    await account.createCluster({ masterVersion: '1.35' });
    await account.settle('all');
    await account.put(path, { auditServer });
    await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
    expect((await account.get(path)).body).toMatchObject({ inEffect: false });
    await account.settle('all');
    expect((await account.get(path)).body).toMatchObject({ auditServer, inEffect: true });
  });

  test.each([
    ['no server', { caCertificate: 'ca' }, 'E0020', 'auditServer'],
    ['what is no URL', { auditServer: 'audit.example.com' }, 'E0021', 'auditServer must be a URL'],
    ['a certificate that is too long', { auditServer, caCertificate: 'x'.repeat(20_001) }, 'E0021', 'caCertificate'],
  ])('400: %s', async (_, body, code, words) => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.put(path, body);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code, description: expect.stringContaining(words) as unknown });
  });

  test('400: when the cluster is being deleted', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.advance('5m');
    await account.delete('/v1/clusters/shop');
    const refused = await account.put(path, { auditServer });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0023' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.put(path, { auditServer });
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });
});
