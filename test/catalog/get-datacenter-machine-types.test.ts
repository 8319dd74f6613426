import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { find, texts, type Row } from './flavor-rows.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getDatacenterMachineTypes', () => {
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
