import { describe, expect, test } from '@jest/globals';
import type { ErrorBody } from '../clusters/bodies.js';
import { testRefusedWhileDeleting } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readMaster, readWorkers, settledCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'updateCluster', () => {
  describe('update', () => {
    test('204: no body; both versions and the word pending show at once, the masters state too, while the cluster stays normal (R131)', async () => {
      const account = await settledCluster(emulator, { masterVersion: '1.35' });
      const updated = await account.put('/v1/clusters/shop', { action: 'update', force: true, version: '1.36' });
      expect(updated.status).toBe(204);
      expect(updated.text).toBe('');
      expect(await readMaster(account)).toMatchObject({
        state: 'normal',
        masterKubeVersion: '1.35.3_1523 --> 1.36.3_1525 (pending)',
        masterStatus: 'Version update in progress',
        masterState: 'updating',
        masterHealth: 'normal',
      });
      const bothWays = await account.get('/v2/getCluster?v1-compatible&cluster=shop');
      expect(bothWays.body).toMatchObject({
        masterKubeVersion: '1.35.3_1523 --> 1.36.3_1525 (pending)',
        masterStatus: 'Version update in progress',
        lifecycle: { masterState: 'updating' },
      });
    });

    test('after ten minutes the master runs the new version, and the mark is gone (R131)', async () => {
      const account = await settledCluster(emulator, { masterVersion: '1.35' });
      await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
      await account.advance('590s');
      expect((await readMaster(account)).masterKubeVersion).toContain('pending');
      await account.advance('10s');
      expect(await readMaster(account)).toMatchObject({
        state: 'normal',
        masterKubeVersion: '1.36.3_1525',
        targetVersion: '1.36.3_1525',
        masterStatus: 'Ready',
        masterState: 'deployed',
      });
    });

    test('workers keep their version; their target is the new worker build once the update is over (R165, R166)', async () => {
      const account = await settledCluster(emulator, { masterVersion: '1.35' });
      await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
      for (const worker of await readWorkers(account)) {
        expect(worker).toMatchObject({ state: 'normal', kubeVersion: '1.35.3_1523', targetVersion: '1.35.3_1523' });
      }
      await account.settle('all');
      const workers = await readWorkers(account);
      expect(workers).toHaveLength(2);
      for (const worker of workers) {
        expect(worker).toMatchObject({ state: 'normal', kubeVersion: '1.35.3_1523', targetVersion: '1.36.2_1524' });
      }
    });

    test('an update while workers are being deployed starts nothing of them anew (R204)', async () => {
      const account = await emulator.account();
      await account.createCluster({ masterVersion: '1.35', noSubnet: true });
      await account.advance('301s');
      await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
      const transitions = await account.settle('all');
      expect(transitions.map(({ kind, from, to }) => `${kind}: ${from} -> ${to}`)).toEqual([
        'worker: provision_pending -> provisioning',
        'worker: provision_pending -> provisioning',
        'worker: provisioning -> provisioned',
        'worker: provisioning -> provisioned',
        'worker: provisioned -> deploying',
        'worker: provisioned -> deploying',
        'cluster: updating -> deployed',
        'worker: deploying -> deployed',
        'worker: deploying -> deployed',
        'worker: deployed -> normal',
        'worker: deployed -> normal',
      ]);
      expect((await readWorkers(account)).map(({ kubeVersion }) => kubeVersion)).toEqual(['1.36.2_1524', '1.36.2_1524']);
    });

    test.each([
      ['1.34', '1.34.3_1539'],
      ['1.34.3', '1.34.3_1539'],
      ['1.34.3_1539', '1.34.3_1539'],
    ])('204: the version can be written %s (R90)', async (version, build) => {
      const account = await settledCluster(emulator, { masterVersion: '1.33' });
      expect((await account.put('/v1/clusters/shop', { action: 'update', version })).status).toBe(204);
      expect((await readMaster(account)).masterKubeVersion).toBe(`1.33.5_1549 --> ${build} (pending)`);
    });

    test('204: without a version the master goes to the default one (R164)', async () => {
      const account = await settledCluster(emulator, { masterVersion: '1.35' });
      expect((await account.put('/v1/clusters/shop', { action: 'update', version: '' })).status).toBe(204);
      expect((await readMaster(account)).masterKubeVersion).toBe('1.35.3_1523 --> 1.36.3_1525 (pending)');
    });

    test('204: OpenShift goes on to OpenShift', async () => {
      const account = await settledCluster(emulator, { masterVersion: '4.18_openshift' });
      expect((await account.put('/v1/clusters/shop', { action: 'update' })).status).toBe(204);
      await account.settle('all');
      expect((await readMaster(account)).masterKubeVersion).toBe('4.19.0_1500_openshift');
      expect((await readWorkers(account)).map(({ targetVersion }) => targetVersion)).toEqual(['4.19.0_1500_openshift', '4.19.0_1500_openshift']);
    });

    test('204: three updates one after the other, each by one minor, as long as workers follow (R163, R165)', async () => {
      const account = await settledCluster(emulator, { masterVersion: '1.33' });
      for (const version of ['1.34', '1.35']) {
        expect((await account.put('/v1/clusters/shop', { action: 'update', version })).status).toBe(204);
        await account.settle('all');
      }
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'update', version: '1.36' });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toBe(
        'The request is not valid: version 1.36.3_1525 needs workers that are two minors behind at most, and there are some of 1.33.5_1550; update the workers first.',
      );
    });

    test.each([
      ['two minors ahead (R163)', '1.33', '1.35', "version 1.35.3_1523 is 2 minors ahead of the master's 1.33.5_1549; it must be one at most"],
      ['three minors ahead', '1.33', '1.36', "version 1.36.3_1525 is 3 minors ahead of the master's 1.33.5_1549; it must be one at most"],
      ['back (R163)', '1.35', '1.34', "version 1.34.3_1539 lies behind the master's 1.35.3_1523, and masters do not go back"],
      ['no version, the default too far away (R164)', '1.34', undefined, "version 1.36.3_1525 is 2 minors ahead of the master's 1.34.3_1539; it must be one at most"],
      ['an unknown version (R90)', '1.35', '1.99', "version '1.99' is not supported; it must be one of: 1.36, 1.35, 1.34, 1.33"],
      ['a version of 2018', '1.35', '1.11.3_1527', "version '1.11.3_1527' is not supported; it must be one of: 1.36, 1.35, 1.34, 1.33"],
      ['another platform', '1.35', '4.19_openshift', "version '4.19_openshift' is not supported; it must be one of: 1.36, 1.35, 1.34, 1.33"],
    ])('400: %s, with force or not', async (_, masterVersion, version, problem) => {
      const account = await settledCluster(emulator, { masterVersion });
      const before = await readMaster(account);
      for (const force of [true, false]) {
        const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'update', force, version });
        expect(refused.status).toBe(400);
        expect(refused.body).toMatchObject({ code: 'E0021', description: `The request is not valid: ${problem}.` });
      }
      expect(await readMaster(account)).toEqual(before);
    });

    test.each(['1.36', '1.36.3', '1.36.3_1525', undefined])('409 E0120: the version the master has, asked for by %s (R163)', async (version) => {
      const account = await settledCluster(emulator);
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'update', version });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ code: 'E0120', type: 'Versions', description: 'The master already runs the version 1.36.3_1525.' });
    });

    test('400 E0023: while another update runs (R135)', async () => {
      const account = await settledCluster(emulator, { masterVersion: '1.34' });
      await account.put('/v1/clusters/shop', { action: 'update', version: '1.35' });
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'update', version: '1.36' });
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({
        code: 'E0023',
        description:
          'A master update is not possible in the state updating. Possible now: delete, change workers, restart workers by force, change network, configure, use API server.',
      });
      await account.settle('all');
      expect((await readMaster(account)).masterKubeVersion).toBe('1.35.3_1523');
    });

    test('400 Ef9cc: before the master is deployed', async () => {
      const account = await emulator.account();
      await account.createCluster({ masterVersion: '1.35' });
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'update', version: '1.36' });
      expect(refused.status).toBe(400);
      expect(refused.body.code).toBe('Ef9cc');
    });

    test('a delete during an update takes the mark away (R131)', async () => {
      const account = await settledCluster(emulator, { masterVersion: '1.35' });
      await account.put('/v1/clusters/shop', { action: 'update', version: '1.36' });
      expect((await account.delete('/v1/clusters/shop')).status).toBe(204);
      expect(await readMaster(account)).toMatchObject({ state: 'deleting', masterKubeVersion: '1.35.3_1523' });
      await account.settle('all');
      expect((await account.get('/v1/clusters/shop')).status).toBe(404);
    });
  });

  describe('service endpoints', () => {
    test('204: the private one is enabled at once, with its URL, and leaves the master deployed for the refresh that follows (R152, R154)', async () => {
      const account = await settledCluster(emulator);
      const changed = await account.put('/v1/clusters/shop', { action: 'enablePrivateServiceEndpoint', force: false });
      expect(changed.status).toBe(204);
      const master = await readMaster(account);
      expect(master).toMatchObject({ privateServiceEndpointEnabled: true, publicServiceEndpointEnabled: true, masterState: 'deployed' });
      expect(master.privateServiceEndpointURL).toBe(master.publicServiceEndpointURL.replace('.us-south.', '.private.us-south.'));
      expect(master.serverURL).toBe(master.publicServiceEndpointURL);
      expect((await account.put('/v1/clusters/shop/masters', { action: 'refresh' })).status).toBe(204);
    });

    test('204: the public one can be disabled while the private one is on, and enabled again (R153)', async () => {
      const account = await settledCluster(emulator, { publicServiceEndpoint: true, privateSeviceEndpoint: true });
      expect((await account.put('/v1/clusters/shop', { action: 'disablePublicServiceEndpoint' })).status).toBe(204);
      const off = await readMaster(account);
      expect(off).toMatchObject({ publicServiceEndpointEnabled: false, publicServiceEndpointURL: '' });
      expect(off.serverURL).toBe(off.privateServiceEndpointURL);
      expect((await account.put('/v1/clusters/shop', { action: 'enablePublicServiceEndpoint' })).status).toBe(204);
      expect((await readMaster(account)).publicServiceEndpointEnabled).toBe(true);
    });

    test('400: the public one stays while the private one is off (R153)', async () => {
      const account = await settledCluster(emulator);
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'disablePublicServiceEndpoint' });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain('can be disabled only while the private one is enabled');
      expect((await readMaster(account)).publicServiceEndpointEnabled).toBe(true);
    });

    test('400: the private one cannot be disabled (R152)', async () => {
      const account = await settledCluster(emulator, { publicServiceEndpoint: true, privateSeviceEndpoint: true });
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'disablePrivateServiceEndpoint' });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toBe('The request is not valid: the private service endpoint of a cluster cannot be disabled.');
      expect((await readMaster(account)).privateServiceEndpointEnabled).toBe(true);
    });

    test('400: an account without VRF and service endpoints has no private one (R20, R152)', async () => {
      const account = await settledCluster(emulator, {}, { serviceEndpoints: false });
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'enablePrivateServiceEndpoint' });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain('needs VRF and service endpoints, which are not enabled in the account');
      expect((await readMaster(account)).privateServiceEndpointEnabled).toBe(false);
    });

    test('400: nor can a cluster be created with one there; VLAN spanning does not do (R20, R152)', async () => {
      const account = await emulator.account({ serviceEndpoints: false, vlanSpanning: true });
      const request = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', privateSeviceEndpoint: true };
      const refused = await account.post<ErrorBody>('/v1/clusters', request);
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain('needs VRF and service endpoints');
      expect((await account.get('/v1/datacenters/dal10/vlans')).body).toEqual([]);
      expect((await account.post('/v1/clusters', { ...request, privateSeviceEndpoint: false })).status).toBe(201);
    });
  });

  describe('refusals', () => {
    test('400: an unknown action, naming the known ones', async () => {
      const account = await settledCluster(emulator);
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', { action: 'explode' });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toBe(
        'The request is not valid: action must be one of: update, enablePrivateServiceEndpoint, disablePrivateServiceEndpoint, enablePublicServiceEndpoint, disablePublicServiceEndpoint.',
      );
    });

    test('400 E0020: no action', async () => {
      const account = await settledCluster(emulator);
      const refused = await account.put<ErrorBody>('/v1/clusters/shop', {});
      expect(refused.status).toBe(400);
      expect(refused.body.code).toBe('E0020');
    });

    test("404: an unknown cluster, and another account's", async () => {
      const account = await settledCluster(emulator);
      const other = await emulator.account();
      for (const idOrName of ['nowhere', (await readMaster(account)).id]) {
        const refused = await other.put<ErrorBody>(`/v1/clusters/${idOrName}`, { action: 'update' });
        expect(refused.status).toBe(404);
        expect(refused.body.description).toBe('The specified cluster could not be found.');
      }
    });
  });

  testRefusedWhileDeleting(emulator, (account, cluster) => account.put(`/v1/clusters/${cluster}`, { action: 'update', version: '1.36' }));
});
