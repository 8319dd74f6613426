import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

interface Row {
  readonly name: string;
}

const find = (rows: readonly Row[], name: string): Row | undefined => rows.find((row) => row.name === name);

const texts = {
  memory: '16GB',
  networkSpeed: '1000Mbps',
  cores: '4',
  storage: '25GB',
  secondaryStorage: '100GB',
  secondaryStorageEncrypted: true,
  os: 'UBUNTU_24_64',
  serverType: 'virtual',
  isTrusted: false,
  deprecated: false,
  provider: 'classic',
};

describe('getDatacenterMachineTypes', () => {
  test('200: what can be ordered, in texts, under the plain name (R88)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Row[]>('/v1/datacenters/dal10/machine-types');
    expect(status).toBe(200);
    expect(body).toHaveLength(32);
    expect(find(body, 'b3c.4x16')).toEqual({ ...texts, name: 'b3c.4x16', correspondingMachineType: '', gpus: '', ocp_unsupported: false });
  });

  test('200: the image of a machine that cannot run the default version, and GPUs', async () => {
    const account = await emulator.account();
    const { body } = await account.get<Row[]>('/v1/datacenters/dal10/machine-types');
    expect(find(body, 'me4c.4x32')).toMatchObject({ os: 'UBUNTU_20_64', serverType: 'physical' });
    expect(find(body, 'mg4c.32x384.2xp100')).toMatchObject({ gpus: '2xP100' });
  });

  test.each(['us-south-1', 'mel01', 'nowhere'])('404: %s, which is no classic zone in use', async (zone) => {
    const account = await emulator.account();
    const missing = await account.get(`/v1/datacenters/${zone}/machine-types`);
    expect(missing).toMatchObject({ status: 404, body: { code: 'E0012', description: `The specified zone '${zone}' could not be found.` } });
  });
});

describe('v2GetFlavors', () => {
  test('200: classic names have the suffix for encryption (R88)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Row[]>('/v2/getFlavors?zone=dal10');
    const name = 'b3c.4x16.encrypted';
    expect(status).toBe(200);
    expect(find(body, name)).toEqual({ ...texts, id: name, name, architecture: 'amd64', correspondingFlavor: '' });
    expect((await account.get('/v2/getFlavors?zone=dal10&provider=')).body).toEqual(body);
  });

  test('200: those of a VPC zone have not', async () => {
    const account = await emulator.account();
    const { body } = await account.get<Row[]>('/v2/getFlavors?zone=us-south-1&provider=vpc-gen2');
    expect(find(body, 'bx2.4x16')).toMatchObject({ provider: 'vpc-gen2', secondaryStorage: '', secondaryStorageEncrypted: false });
  });

  test.each(['zone=dal99', 'zone=us-south-1&provider=classic'])('404: no such zone: %s', async (query) => {
    const account = await emulator.account();
    expect(await account.get(`/v2/getFlavors?${query}`)).toMatchObject({ status: 404, body: { code: 'E0012' } });
  });

  test('400: without a zone, and for a provider that is none', async () => {
    const account = await emulator.account();
    const without = await account.get('/v2/getFlavors');
    expect(without).toMatchObject({ status: 400, body: { code: 'E0020', description: 'Required fields are missing: zone.' } });
    const wrong = await account.get('/v2/getFlavors?zone=dal10&provider=softlayer');
    expect(wrong).toMatchObject({
      status: 400,
      body: { code: 'E0021', description: expect.stringContaining('classic, vpc-classic, vpc-gen2, satellite') as unknown },
    });
  });
});
