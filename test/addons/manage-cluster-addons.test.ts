import { describe, expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import type { Answer } from '../support/contract.js';
import type { TestAccount } from '../support/test-account.js';
import type { AddonBody } from './bodies.js';

const emulator = await connectEmulator();
const url = '/v1/clusters/shop/addons';
/** The only platform whose clusters several versions of an add-on fit. */
const openshift = { masterVersion: '4.14_openshift' };

async function createReachable(account: TestAccount, request: Readonly<Record<string, unknown>> = {}): Promise<void> {
  await account.createCluster(request);
  await account.advance('5m');
}

const list = async (account: TestAccount): Promise<readonly AddonBody[]> => (await account.get<AddonBody[]>(url)).body;
const healthOf = async (account: TestAccount, name: string): Promise<string | undefined> =>
  (await list(account)).find((addon) => addon.name === name)?.healthState;

const enable = (account: TestAccount, ...addons: readonly Readonly<Record<string, unknown>>[]): Promise<Answer> =>
  account.patch(url, { addons, enable: true, update: false });
const update = (account: TestAccount, ...addons: readonly Readonly<Record<string, unknown>>[]): Promise<Answer> =>
  account.patch(url, { addons, enable: false, update: true });
const disable = (account: TestAccount, ...addons: readonly Readonly<Record<string, unknown>>[]): Promise<Answer> =>
  account.patch(url, { addons, enable: false, update: false });

describeOperation(emulator, 'manageClusterAddons', () => {
  describe('enable', () => {
    test('200: answers both lists, as JSON objects clients need (R290, A22)', async () => {
      const account = await emulator.account();
      await createReachable(account);
      const answer = await enable(account, { name: 'istio', version: '1.21' });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ missingDeps: [], orphanedAddons: {} });
    });

    test.each([
      ['1.36.3', 'cluster-autoscaler', '1.2.1'],
      ['1.36.3', 'alb-oauth-proxy', '2.0.0'],
      ['4.14_openshift', 'cluster-autoscaler', '1.2.1'],
      ['4.14_openshift', 'openshift-data-foundation', '4.14.0'],
      ['4.19_openshift', 'openshift-data-foundation', '4.15.0'],
    ])('200: on %s without a version %s gets the newest that fits, beyond all ranges the newest there is: %s (R290)', async (masterVersion, name, version) => {
      const account = await emulator.account();
      await createReachable(account, { masterVersion });
      expect((await enable(account, { name })).status).toBe(200);
      expect(await list(account)).toEqual([expect.objectContaining({ name, version, healthState: 'pending' })]);
    });

    test('200: an older version that fits; the newer ones are what it can be updated to', async () => {
      const account = await emulator.account();
      await createReachable(account, openshift);
      await enable(account, { name: 'openshift-data-foundation', version: '4.13.0' });
      expect(await list(account)).toEqual([
        expect.objectContaining({ version: '4.13.0', targetVersion: '4.14.0', allowed_upgrade_versions: ['4.14.0'] }),
      ]);
    });

    test('200: keys are read whatever their case, options as text or any JSON, and answered as text (A14, A22)', async () => {
      const account = await emulator.account();
      await createReachable(account);
      const Addons = [{ Name: 'csutil', OPTIONS: { a: [1, 'b'] } }, { name: 'debug-tool', options: 'a=b' }, { name: 'static-route', options: null }];
      expect((await account.patch(url, { Addons, Enable: true })).status).toBe(200);
      const [csutil, debugTool, staticRoute] = await list(account);
      expect(csutil).toMatchObject({ name: 'csutil', options: '{"a":[1,"b"]}' });
      expect(debugTool).toMatchObject({ name: 'debug-tool', options: 'a=b' });
      expect(staticRoute).not.toHaveProperty('options');
    });

    test('200: to enable what is enabled changes nothing', async () => {
      const account = await emulator.account();
      await createReachable(account);
      await enable(account, { name: 'istio' });
      await account.advance('2m');
      expect((await enable(account, { name: 'istio' })).status).toBe(200);
      expect((await enable(account, { name: 'istio', version: '1.21' })).status).toBe(200);
      expect(await healthOf(account, 'istio')).toBe('normal');
    });

    test.each([
      ['an add-on that nobody has', 'knative', undefined, 'cluster-autoscaler'],
      ['one for VPC clusters alone', 'vpc-block-csi-driver', undefined, 'not for classic clusters'],
      ['one for OpenShift alone', 'image-key-synchronizer', undefined, 'does not run on 1.36.3_1525'],
      ['a version that nobody has', 'istio', '1.99', '1.21'],
      ['a version below the range of the cluster', 'istio', '1.20', '1.21'],
    ])('400: %s (R290)', async (_, name, version, words) => {
      const account = await emulator.account();
      await createReachable(account);
      const refused = await enable(account, { name: 'debug-tool' }, { name, version });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining(words) as unknown });
      expect(await list(account)).toEqual([]);
    });

    test('400: a cluster below the range of a version (R290)', async () => {
      const account = await emulator.account();
      await createReachable(account, openshift);
      const refused = await enable(account, { name: 'openshift-data-foundation', version: '4.15.0' });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ description: expect.stringContaining('it must be one of: 4.14.0, 4.13.0') as unknown });
    });

    test('400: another version or other options of what is enabled', async () => {
      const account = await emulator.account();
      await createReachable(account, openshift);
      await enable(account, { name: 'cluster-autoscaler', version: '1.2.0', options: 'a' });
      for (const change of [{ version: '1.2.1' }, { options: 'b' }]) {
        const refused = await enable(account, { name: 'cluster-autoscaler', ...change });
        expect(refused.status).toBe(400);
        expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining('update') as unknown });
      }
    });

    test.each([
      ['both flags', { addons: [{ name: 'istio' }], enable: true, update: true }, 'E0021', 'enable and update'],
      ['no flag', { addons: [{ name: 'istio' }] }, 'E0021', 'enable'],
      ['no add-on', { addons: [], enable: true }, 'E0021', 'addons'],
      ['no list', { enable: true }, 'E0020', 'addons'],
      ['no name', { addons: [{ version: '1.21' }], enable: true }, 'E0020', 'addons.0.name'],
      ['the same add-on twice', { addons: [{ name: 'istio' }, { name: 'istio' }], enable: true }, 'E0021', 'istio'],
    ])('400: %s (R290)', async (_, body, code, words) => {
      const account = await emulator.account();
      await createReachable(account);
      const refused = await account.patch(url, body);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code, description: expect.stringContaining(words) as unknown });
      expect(await list(account)).toEqual([]);
    });

    test('400: while the master is not deployed (R124), and when the cluster goes', async () => {
      const account = await emulator.account();
      await account.createCluster();
      const early = await enable(account, { name: 'istio' });
      expect(early.status).toBe(400);
      expect(early.body).toMatchObject({ code: 'Ef9cc' });
      await account.advance('5m');
      await account.delete('/v1/clusters/shop');
      const late = await enable(account, { name: 'istio' });
      expect(late.status).toBe(400);
      expect(late.body).toMatchObject({ code: 'E0023' });
    });

    test('404: no such cluster', async () => {
      const account = await emulator.account();
      const refused = await enable(account, { name: 'istio' });
      expect(refused.status).toBe(404);
      expect(refused.body).toMatchObject({ code: 'G0004' });
    });
  });

  describe('update', () => {
    test('200: updating, then normal in the new version (R291)', async () => {
      const account = await emulator.account();
      await createReachable(account, openshift);
      await enable(account, { name: 'openshift-data-foundation', version: '4.13.0', options: 'kept' });
      await account.advance('2m');
      expect((await update(account, { name: 'openshift-data-foundation' })).status).toBe(200);
      const [updating] = await list(account);
      expect(updating).toMatchObject({ version: '4.14.0', options: 'kept', healthState: 'updating', allowed_upgrade_versions: [] });
      expect(updating).not.toHaveProperty('targetVersion');
      await account.advance('2m');
      expect(await list(account)).toEqual([{ ...updating, healthState: 'normal', healthStatus: 'Addon Ready (H1500)' }]);
    });

    test('200: the same version with other options', async () => {
      const account = await emulator.account();
      await createReachable(account);
      await enable(account, { name: 'istio', options: 'a' });
      await account.advance('2m');
      expect((await update(account, { name: 'istio', options: 'b' })).status).toBe(200);
      expect(await list(account)).toEqual([expect.objectContaining({ version: '1.21', options: 'b', healthState: 'updating' })]);
    });

    test('400: to an older version', async () => {
      const account = await emulator.account();
      await createReachable(account, openshift);
      await enable(account, { name: 'cluster-autoscaler' });
      await account.advance('2m');
      const refused = await update(account, { name: 'cluster-autoscaler', version: '1.2.0' });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining('1.2.1') as unknown });
      expect(await healthOf(account, 'cluster-autoscaler')).toBe('normal');
    });

    test('400: while it is being enabled or disabled', async () => {
      const account = await emulator.account();
      await createReachable(account);
      await enable(account, { name: 'istio' });
      const early = await update(account, { name: 'istio' });
      expect(early.status).toBe(400);
      expect(early.body).toMatchObject({ code: 'E0023', description: expect.stringContaining('enabling. Possible now: enable, disable.') as unknown });
      await disable(account, { name: 'istio' });
      const late = await update(account, { name: 'istio' });
      expect(late.status).toBe(400);
      expect(late.body).toMatchObject({ code: 'E0023', description: expect.stringContaining('disabling. Possible now: nothing.') as unknown });
    });

    test('404: what is not enabled; then nothing of the request is done', async () => {
      const account = await emulator.account();
      await createReachable(account);
      await enable(account, { name: 'istio' });
      await account.advance('2m');
      const refused = await update(account, { name: 'istio' }, { name: 'csutil' });
      expect(refused.status).toBe(404);
      expect(refused.body).toMatchObject({ code: 'E0029', description: 'The add-on csutil is not enabled in the cluster.' });
      expect(await healthOf(account, 'istio')).toBe('normal');
    });
  });

  describe('disable', () => {
    test('200: pending, then gone from the list; it can be enabled again (R291)', async () => {
      const account = await emulator.account();
      await createReachable(account);
      await enable(account, { name: 'istio' }, { name: 'csutil' });
      await account.advance('2m');
      expect((await disable(account, { name: 'istio' })).status).toBe(200);
      expect(await healthOf(account, 'istio')).toBe('pending');
      expect(await healthOf(account, 'csutil')).toBe('normal');
      await account.advance('1m');
      expect((await list(account)).map(({ name }) => name)).toEqual(['csutil']);
      expect((await enable(account, { name: 'istio' })).status).toBe(200);
      expect(await healthOf(account, 'istio')).toBe('pending');
    });

    test('200: also while it is being enabled', async () => {
      const account = await emulator.account();
      await createReachable(account);
      await enable(account, { name: 'istio' });
      expect((await disable(account, { name: 'istio' })).status).toBe(200);
      await account.advance('1m');
      expect(await list(account)).toEqual([]);
    });

    test('400: while it is being disabled, and it cannot be enabled then either', async () => {
      const account = await emulator.account();
      await createReachable(account);
      await enable(account, { name: 'istio' });
      await disable(account, { name: 'istio' });
      for (const refused of [await disable(account, { name: 'istio' }), await enable(account, { name: 'istio' })]) {
        expect(refused.status).toBe(400);
        expect(refused.body).toMatchObject({ code: 'E0023', description: expect.stringContaining('disabling') as unknown });
      }
    });

    test('404: what is not enabled', async () => {
      const account = await emulator.account();
      await createReachable(account);
      const refused = await disable(account, { name: 'istio' });
      expect(refused.status).toBe(404);
      expect(refused.body).toMatchObject({ code: 'E0029' });
    });
  });
});
