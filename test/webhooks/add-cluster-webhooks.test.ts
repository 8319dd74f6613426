import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();
const path = '/v1/clusters/shop/webhooks';
const url = 'https://hooks.example.com/services/T00/B00/x';

describeOperation(emulator, 'addClusterWebhooks', () => {
  test('201: without a body; the level is Warning where none is named (R292)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const added = await account.post(path, { type: 'slack', url });
    expect(added.status).toBe(201);
    expect(added.text).toBe('');
    expect((await account.get(path)).body).toEqual([{ level: 'Warning', type: 'slack', url }]);
  });

  test("201: bluemix-go's keys Level, Type and URL (R292, A14)", async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect((await account.post(path, { Level: 'Normal', Type: 'slack', URL: url })).status).toBe(201);
    expect((await account.get(path)).body).toEqual([{ level: 'Normal', type: 'slack', url }]);
  });

  test('201: as soon as the cluster is requested, and when it is deployed', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect((await account.post(path, { type: 'slack', url })).status).toBe(201);
    await account.advance('25m');
    expect((await account.post(path, { type: 'slack', url: `${url}/2` })).status).toBe(201);
    expect((await account.get<{ url: string }[]>(path)).body.map((webhook) => webhook.url)).toEqual([url, `${url}/2`]);
  });

  test.each([
    ['another level', { level: 'Error', type: 'slack', url }, 'E0021', 'Normal, Warning'],
    ['another type', { type: 'pager', url }, 'E0021', 'slack'],
    ['no type', { url }, 'E0020', 'type'],
    ['no URL', { type: 'slack', url: '' }, 'E0020', 'url'],
    ['what is no URL', { type: 'slack', url: 'hooks.example.com' }, 'E0021', 'url must be a URL'],
    ['a URL of another protocol', { type: 'slack', url: 'ftp://hooks.example.com' }, 'E0021', 'url must be a URL'],
  ])('400: %s (R292)', async (_, body, code, words) => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.post(path, body);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code, description: expect.stringContaining(words) as unknown });
    expect((await account.get(path)).body).toEqual([]);
  });

  test('400: when the cluster is being deleted', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.advance('5m');
    await account.delete('/v1/clusters/shop');
    const refused = await account.post(path, { type: 'slack', url });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0023' });
  });

  test("404: no such cluster, and another account's", async () => {
    const account = await emulator.account();
    const stranger = await emulator.account();
    const id = await account.createCluster();
    for (const cluster of ['none', id]) {
      const refused = await stranger.post(`/v1/clusters/${cluster}/webhooks`, { type: 'slack', url });
      expect(refused.status).toBe(404);
      expect(refused.body).toMatchObject({ code: 'G0004' });
    }
    expect((await account.get(path)).body).toEqual([]);
  });
});
