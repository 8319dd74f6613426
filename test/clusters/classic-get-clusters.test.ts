import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody, ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'classicGetClusters', () => {
  test('200: an empty list, then each cluster as its single read without resources (R109)', async () => {
    const account = await emulator.account();
    expect((await account.get('/v2/classic/getClusters')).body).toEqual([]);
    const ids = [await account.createCluster({ name: 'one' }), await account.createCluster({ name: 'two', dataCenter: 'fra02' })];
    const list = await account.get<ClusterBody[]>('/v2/classic/getClusters');
    expect(list.body.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const item of list.body) {
      expect(item).toEqual((await account.get(`/v2/getCluster?cluster=${item.id}&showResources=false`)).body);
    }
    const inFrankfurt = await account.get<ClusterBody[]>('/v2/classic/getClusters?location=fra');
    expect(inFrankfurt.body.map(({ name }) => name)).toEqual(['two']);
  });

  test('400: showResources is neither true nor false', async () => {
    const account = await emulator.account();
    const refused = await account.get<ErrorBody>('/v2/classic/getClusters?showResources=perhaps');
    expect([refused.status, refused.body.description]).toEqual([400, 'The request is not valid: showResources must be one of: true, false.']);
  });
});
