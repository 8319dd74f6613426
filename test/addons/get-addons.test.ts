import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { CatalogueAddonBody } from './bodies.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getAddons', () => {
  test('200: every version of every add-on, with the versions of the platforms that can run it (R290)', async () => {
    const account = await emulator.account();
    const answer = await account.get<CatalogueAddonBody[]>('/v1/addons');
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(19);
    expect(answer.body.filter(({ name }) => name === 'istio')).toEqual([
      {
        name: 'istio',
        version: '1.20',
        minKubeVersion: '1.25.0',
        minOCPVersion: '',
        supportedKubeRange: '>=1.25.0 <1.30.0',
        supportedOCPRange: '',
        vlan_spanning_required: false,
      },
      {
        name: 'istio',
        version: '1.21',
        minKubeVersion: '1.27.0',
        minOCPVersion: '',
        supportedKubeRange: '>=1.27.0 <1.30.0',
        supportedOCPRange: '',
        vlan_spanning_required: false,
      },
    ]);
    expect(answer.body).toContainEqual({
      name: 'image-key-synchronizer',
      version: '1.0.0',
      minKubeVersion: '',
      minOCPVersion: '4.4.0',
      supportedKubeRange: '',
      supportedOCPRange: '>=4.4.0 <4.16.0',
      vlan_spanning_required: false,
    });
  });

  test('200: no two rows are the same version of the same add-on', async () => {
    const account = await emulator.account();
    const { body } = await account.get<CatalogueAddonBody[]>('/v1/addons');
    expect(new Set(body.map(({ name, version }) => `${name} ${version}`)).size).toBe(body.length);
  });

  test('200: without a token', async () => {
    const answer = await emulator.call({ method: 'GET', url: '/v1/addons' });
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveLength(19);
  });
});
