import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, ['getMessages', 'v2GetMessages'], () => {
  describe.each([
    ['getMessages', '/v1/messages'],
    ['v2GetMessages', '/v2/getMessages'],
  ])('%s', (_, url) => {
    test('200: none is the normal answer', async () => {
      const account = await emulator.account();
      await account.createCluster();
      const listed = await account.get(url);
      expect(listed.status).toBe(200);
      expect(listed.body).toEqual([]);
    });

    test('200: one for each deprecated version in use, until no cluster runs it (R161)', async () => {
      const account = await emulator.account();
      await account.createCluster({ name: 'one', masterVersion: '1.34', noSubnet: true });
      await account.createCluster({ name: 'two', masterVersion: '1.33', noSubnet: true });
      await account.createCluster({ name: 'three', masterVersion: '1.34', noSubnet: true });
      expect((await account.get(url)).body).toEqual([
        {
          id: '1.34',
          message: 'Kubernetes version 1.34 is deprecated and goes out of service on 2026-11-01. Update the clusters: one, three.',
          services: ['containers-kubernetes'],
        },
        {
          id: '1.33',
          message: 'Kubernetes version 1.33 is deprecated and goes out of service on 2026-10-14. Update the clusters: two.',
          services: ['containers-kubernetes'],
        },
      ]);
      await account.settle('all');
      for (const cluster of ['one', 'three']) await account.post('/v2/updateMaster', { cluster, version: '1.35' });
      await account.settle('all');
      expect((await account.get<{ id: string }[]>(url)).body.map(({ id }) => id)).toEqual(['1.33']);
    });
  });
});
