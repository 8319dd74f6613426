import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

interface Region {
  readonly name: string;
  readonly freeEnabled: boolean;
}

describeOperation(emulator, 'getRegions', () => {
  test('200: the old name, and the modern one as alias; free clusters in four of them (R23, R101)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<{ regions: Region[] }>('/v1/regions');
    expect(status).toBe(200);
    expect(body.regions).toHaveLength(11);
    expect(body.regions).toContainEqual({ name: 'eu-central', alias: 'eu-de', cfURL: '', freeEnabled: true, satellite: false });
    const free = body.regions.filter(({ freeEnabled }) => freeEnabled).map(({ name }) => name);
    expect(free.sort()).toEqual(['ap-south', 'eu-central', 'uk-south', 'us-south']);
  });
});
