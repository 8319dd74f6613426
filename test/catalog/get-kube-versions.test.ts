import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly default: boolean;
  readonly end_of_service: string;
}

const newest: Version = { major: 1, minor: 36, patch: 3, default: true, end_of_service: '2027-08-01' };

describeOperation(emulator, 'getKubeVersions', () => {
  test('200: the versions of Kubernetes alone, as getVersions has them (R172)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Version[]>('/v1/kube-versions');
    expect(status).toBe(200);
    expect(body.map(({ minor }) => minor)).toEqual([33, 34, 35, 36]);
    expect(body.at(-1)).toEqual(newest);
    expect((await account.get('/v1/versions')).body).toMatchObject({ kubernetes: body });
  });
});
