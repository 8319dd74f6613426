import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

interface Zone {
  readonly id: string;
  readonly flavors: readonly { readonly id: string }[];
}

describeOperation(emulator, 'getZones', () => {
  test('200: current zones of both infrastructures, without flavors', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Zone[]>('/v1/zones');
    expect(status).toBe(200);
    expect(body).toHaveLength(65);
    expect(body).toContainEqual({ id: 'dal10', name: 'dal10', metro: 'dal', flavors: [] });
    expect(body.flatMap(({ flavors }) => flavors)).toEqual([]);
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(['us-south-1']));
    expect(body.map(({ id }) => id)).not.toContain('mel01');
  });

  test.each([
    ['dal10', ['dal10']],
    ['nowhere', []],
  ])('200: those of a place: %s', async (place, ids) => {
    const account = await emulator.account();
    expect((await account.get<Zone[]>(`/v1/zones?location=${place}`)).body.map(({ id }) => id)).toEqual(ids);
  });

  test.each(['true', 'TRUE'])('200: with their flavors for showFlavors=%s', async (flag) => {
    const account = await emulator.account();
    const [dallas] = (await account.get<Zone[]>(`/v1/zones?location=dal10&showFlavors=${flag}`)).body;
    expect(dallas?.flavors).toHaveLength(32);
    expect(dallas?.flavors.find(({ id }) => id === 'b3c.4x16')).toMatchObject({
      cores: 4,
      memory: '16GB',
      primaryStorage: { Count: 1, Size: 25, DeviceType: 'SSD' },
      secondaryStorage: { Size: 100 },
      gpus: [],
      supported_isolation: ['public', 'private'],
    });
    expect(dallas?.flavors.find(({ id }) => id === 'mg4c.32x384.2xp100')).toMatchObject({ gpus: [{ Count: 2, Type: 'P100' }] });
  });

  test('400: another word for showFlavors, naming what is allowed', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v1/zones?showFlavors=yes');
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'E0021', description: 'The request is not valid: showFlavors must be one of: true, false.' },
    });
    expect((await account.get<Zone[]>('/v1/zones?location=dal10&showFlavors=')).body).toMatchObject([{ flavors: [] }]);
  });
});
