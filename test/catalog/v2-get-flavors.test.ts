import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { find, texts, type Row } from './flavor-rows.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'v2GetFlavors', () => {
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
