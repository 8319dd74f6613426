import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { AddonBody } from './bodies.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusterAddons', () => {
  test('200: a cluster has no add-on that nobody enabled (R291)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    expect((await account.get('/v1/clusters/shop/addons')).body).toEqual([]);
    await account.advance('25m');
    expect((await account.get('/v1/clusters/shop/addons')).body).toEqual([]);
  });

  test('200: an enabled one is pending, then normal; without targetVersion, so that Terraform can adopt it (R291)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    await account.advance('5m');
    await account.patch('/v1/clusters/shop/addons', { addons: [{ name: 'istio' }], enable: true });

    const young = await account.get<AddonBody[]>('/v1/clusters/shop/addons');
    expect(young.body).toEqual([
      {
        name: 'istio',
        version: '1.21',
        allowed_upgrade_versions: [],
        deprecated: false,
        healthState: 'pending',
        healthStatus: 'Enabling',
        minKubeVersion: '1.27.0',
        minOCPVersion: '',
        supportedKubeRange: '>=1.27.0 <1.30.0',
        supportedOCPRange: '',
        vlan_spanning_required: false,
      },
    ]);
    await account.advance('2m');
    const settled = await account.get<AddonBody[]>('/v1/clusters/shop/addons');
    expect(settled.body).toEqual([{ ...young.body[0], healthState: 'normal', healthStatus: 'Addon Ready (H1500)' }]);
  });

  test('200: by name, and each cluster shows its own', async () => {
    const account = await emulator.account();
    const one = await account.createCluster({ name: 'one' });
    await account.createCluster({ name: 'two' });
    await account.advance('5m');
    await account.patch('/v1/clusters/one/addons', { addons: [{ name: 'static-route' }, { name: 'debug-tool' }], enable: true });
    const names = async (cluster: string): Promise<string[]> =>
      (await account.get<AddonBody[]>(`/v1/clusters/${cluster}/addons`)).body.map(({ name }) => name);
    expect(await names(one)).toEqual(['debug-tool', 'static-route']);
    expect(await names('two')).toEqual([]);
  });

  test("404: no such cluster; another account's; a cluster that is gone", async () => {
    const account = await emulator.account();
    const stranger = await emulator.account();
    const id = await account.createCluster();
    await account.advance('5m');
    await account.patch(`/v1/clusters/${id}/addons`, { addons: [{ name: 'istio' }], enable: true });
    expect((await stranger.get(`/v1/clusters/${id}/addons`)).status).toBe(404);
    await account.delete(`/v1/clusters/${id}`);
    await account.settle();
    const gone = await account.get(`/v1/clusters/${id}/addons`);
    expect(gone.status).toBe(404);
    expect(gone.body).toMatchObject({ code: 'G0004', description: 'The specified cluster could not be found.' });
  });
});
