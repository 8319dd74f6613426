import { describe, expect, test } from '@jest/globals';
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

describeOperation(emulator, ['getVersions', 'v2GetVersions'], () => {
  describe.each(['/v1/versions', '/v2/getVersions'])('%s', (url) => {
    test('200: the versions of each platform, a map of lists, oldest first, with one default each (R172, A4)', async () => {
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
  });
});
