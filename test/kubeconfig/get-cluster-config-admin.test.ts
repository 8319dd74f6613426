import { expect, test } from '@jest/globals';
import { testRefusedWhileDeleting } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { expectValidLogin } from './certificates.js';
import { createReachableCluster, fileIn, fromBase64, readYaml, unzip } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusterConfigAdmin', () => {
  test('200: the zip of v1 with the administrator certificate and key beside the kubeconfig (R298, A19)', async () => {
    const account = await emulator.account();
    await createReachableCluster(account, { name: 'shopfront' });
    const answer = await account.get('/v1/clusters/shopfront/config/admin');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/zip');

    const entries = await unzip(answer.bytes);
    const folder = entries[0]?.name ?? '';
    expect(folder).toMatch(/^kubeConfig\d+\/$/);
    expect(entries.map(({ name, mode }) => [name, mode])).toEqual([
      [folder, 0o040755],
      [`${folder}kube-config-dal10-shopfront.yml`, 0o100644],
      [`${folder}ca-dal10-shopfront.pem`, 0o100644],
      [`${folder}admin.pem`, 0o100644],
      [`${folder}admin-key.pem`, 0o100644],
    ]);
    const kubeconfig = readYaml(fileIn(entries, /\.yml$/));
    expect(kubeconfig.users[0].user).toEqual({ 'client-certificate': 'admin.pem', 'client-key': 'admin-key.pem' });
    expect(kubeconfig['current-context']).toMatch(/^shopfront\/.*\/admin$/);
  });

  test("200: the certificate is a login at the cluster, signed by the cluster's authority (R298)", async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const entries = await unzip((await account.get('/v1/clusters/shop/config/admin')).bytes);
    expectValidLogin(fileIn(entries, /\/ca-.*\.pem$/), fileIn(entries, /\/admin\.pem$/), fileIn(entries, /\/admin-key\.pem$/));
  });

  test('200: certificates hold in real time, whatever the clock of the account says', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    await account.advance('20d');
    const entries = await unzip((await account.get('/v1/clusters/shop/config/admin')).bytes);
    expectValidLogin(fileIn(entries, /\/ca-.*\.pem$/), fileIn(entries, /\/admin\.pem$/), fileIn(entries, /\/admin-key\.pem$/));
  });

  test('200: YAML holds the certificate and the key inside; each download has new ones', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const [first, second] = [
      readYaml((await account.get('/v1/clusters/shop/config/admin?format=yaml')).text),
      readYaml((await account.get('/v1/clusters/shop/config/admin?format=yaml')).text),
    ];
    const { user } = first.users[0];
    expect(Object.keys(user)).toEqual(['client-certificate-data', 'client-key-data']);
    expectValidLogin(
      fromBase64(first.clusters[0].cluster['certificate-authority-data']),
      fromBase64(user['client-certificate-data']),
      fromBase64(user['client-key-data']),
    );
    expect(second.users[0].user['client-key-data']).not.toBe(user['client-key-data']);
  });

  test('200: with createNetworkConfig the template for calicoctl comes with it', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const entries = await unzip((await account.get('/v1/clusters/shop/config/admin?createNetworkConfig=true')).bytes);
    expect(entries.map(({ name }) => name.split('/')[1])).toEqual([
      '',
      'kube-config-dal10-shop.yml',
      'ca-dal10-shop.pem',
      'admin.pem',
      'admin-key.pem',
      'calicoctl.cfg.template',
    ]);
  });

  test('400: while the master is not deployed (R124)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.get('/v1/clusters/shop/config/admin');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'Ef9cc' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v1/clusters/none/config/admin');
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });

  test('400: createNetworkConfig is neither true nor false', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const refused = await account.get('/v1/clusters/shop/config/admin?createNetworkConfig=perhaps');
    expect(refused).toMatchObject({ status: 400, body: { code: 'E0021', description: 'The request is not valid: createNetworkConfig must be one of: true, false.' } });
  });
  
  testRefusedWhileDeleting(emulator, (account, cluster) => account.get(`/v1/clusters/${cluster}/config/admin`));
});
