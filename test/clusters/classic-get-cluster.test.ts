import { expect, test } from '@jest/globals';
import { testUnknownCluster } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { v2Keys } from './keys.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'classicGetCluster', () => {
  test('200: an array of one, with the nested names (A5)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.settle('all');
    const { status, body } = await account.get<object[]>(`/v2/classic/getCluster?cluster=${id}`);
    expect(status).toBe(200);
    expect(body).toHaveLength(1);
    expect(Object.keys(body[0] ?? {}).sort()).toEqual(v2Keys);
    expect(body[0]).toEqual((await account.get(`/v2/getCluster?cluster=${id}&showResources=false`)).body);
  });

  test('200: with showResources its VLANs and subnets stand in it', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    const shown = await account.get<{ vlans: unknown[] }[]>('/v2/classic/getCluster?cluster=shop&showResources=true');
    expect(shown.body[0]?.vlans).toHaveLength(2);
  });

  test('400: no cluster is named, or showResources is no flag', async () => {
    const account = await emulator.account();
    expect(await account.get('/v2/classic/getCluster')).toMatchObject({ status: 400, body: { code: 'E0020' } });
    expect(await account.get('/v2/classic/getCluster?cluster=shop&showResources=perhaps')).toMatchObject({ status: 400, body: { code: 'E0021' } });
  });

  testUnknownCluster(emulator, (account, cluster) => account.get(`/v2/classic/getCluster?cluster=${cluster}`));
});
