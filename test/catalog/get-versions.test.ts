import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly default: boolean;
  readonly end_of_service: string;
}

const newest: Version = { major: 1, minor: 36, patch: 3, default: true, end_of_service: '2027-08-01' };

const lists = (url: string): void => {
  test('200: the versions of each platform, oldest first, with one default each (R172)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<{ kubernetes: Version[]; openshift: Version[] }>(url);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['kubernetes', 'openshift']);
    expect(body.kubernetes.map(({ minor }) => minor)).toEqual([33, 34, 35, 36]);
    expect(body.openshift.map(({ major, minor }) => `${major}.${minor}`)).toEqual(['4.14', '4.15', '4.16', '4.17', '4.18', '4.19']);
    expect(body.kubernetes.filter((version) => version.default)).toEqual([newest]);
    expect(body.openshift.filter((version) => version.default)).toHaveLength(1);
  });

  test('200: the same without a token', async () => {
    const account = await emulator.account();
    const open = await emulator.call({ method: 'GET', url });
    expect([open.status, open.body]).toEqual([200, (await account.get(url)).body]);
  });
};

describe('getVersions', () => {
  lists('/v1/versions');
});

describe('v2GetVersions', () => {
  lists('/v2/getVersions');
});

describe('getKubeVersions', () => {
  test('200: the versions of Kubernetes alone, as getVersions has them (R172)', async () => {
    const account = await emulator.account();
    const { status, body } = await account.get<Version[]>('/v1/kube-versions');
    expect(status).toBe(200);
    expect(body.map(({ minor }) => minor)).toEqual([33, 34, 35, 36]);
    expect(body.at(-1)).toEqual(newest);
    expect((await account.get('/v1/versions')).body).toMatchObject({ kubernetes: body });
  });
});
