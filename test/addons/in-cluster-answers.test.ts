import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

interface Body {
  readonly addons: readonly unknown[];
}

describe('addons in the answers about a cluster', () => {
  test('v1 and v2 list what is installed (R107, R108)', async () => {
    const account = await emulator.account();
    const id = await account.createCluster();
    await account.advance('5m');
    expect((await account.get<Body>(`/v1/clusters/${id}`)).body.addons).toEqual([]);
    await account.patch(`/v1/clusters/${id}/addons`, { addons: [{ name: 'istio' }], enable: true });
    await account.advance('2m');

    const addons = [{ name: 'istio', version: '1.21', enabled: true, state: 'normal', status: 'Addon Ready (H1500)' }];
    expect((await account.get<Body>(`/v1/clusters/${id}`)).body.addons).toEqual(addons);
    expect((await account.get<Body[]>('/v1/clusters')).body[0]?.addons).toEqual(addons);
    expect((await account.get<Body>(`/v2/getCluster?cluster=${id}`)).body.addons).toEqual(addons);
    expect((await account.get<Body[]>('/v2/classic/getClusters')).body[0]?.addons).toEqual(addons);

    await account.patch(`/v1/clusters/${id}/addons`, { addons: [{ name: 'istio' }], enable: false });
    expect((await account.get<Body>(`/v1/clusters/${id}`)).body.addons).toEqual([
      { name: 'istio', version: '1.21', enabled: false, state: 'pending', status: 'Disabling' },
    ]);
    await account.advance('1m');
    expect((await account.get<Body>(`/v1/clusters/${id}`)).body.addons).toEqual([]);
  });
});
