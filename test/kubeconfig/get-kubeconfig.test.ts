import { expect, test } from '@jest/globals';
import { testRefusedWhileDeleting } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { expectValidLogin } from './certificates.js';
import { createReachableCluster, fileIn, fromBase64, readYaml, unzip } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getKubeconfig', () => {
  test('200: a flat zip, named by the region (A19)', async () => {
    const account = await emulator.account();
    const id = await createReachableCluster(account);
    for (const url of [`/v2/getKubeconfig?cluster=${id}`, '/v2/getKubeconfig?cluster=shop&format=zip']) {
      const answer = await account.get(url);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe('application/zip');
      const entries = await unzip(answer.bytes);
      expect(entries.map(({ name, mode }) => [name, mode])).toEqual([
        ['kube-config-us-south-shop.yaml', 0o100644],
        ['ca-us-south-shop.pem', 0o100644],
      ]);
      expect(readYaml(fileIn(entries, /\.yaml$/)).clusters[0].cluster['certificate-authority']).toBe('ca-us-south-shop.pem');
    }
  });

  test('200: YAML with the tokens of the caller (R298)', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const answer = await account.get('/v2/getKubeconfig?cluster=shop&format=yaml');
    expect(answer.headers['content-type']).toBe('application/yaml');
    const provider = readYaml(answer.text).users[0].user['auth-provider'];
    expect(Object.keys(provider?.config ?? {})).toEqual(['client-id', 'client-secret', 'id-token', 'idp-issuer-url', 'refresh-token']);
  });

  test("200: JSON of the administrator's kubeconfig, whose certificate is a login at the cluster (R298)", async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const answer = await account.get<ReturnType<typeof readYaml>>('/v2/getKubeconfig?cluster=shop&format=json&admin=true');
    expect(answer.headers['content-type']).toBe('application/json');
    const { clusters, users } = answer.body;
    expectValidLogin(
      fromBase64(clusters[0].cluster['certificate-authority-data']),
      fromBase64(users[0].user['client-certificate-data']),
      fromBase64(users[0].user['client-key-data']),
    );
  });

  test('200: with network and admin all five files (A19)', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const entries = await unzip((await account.get('/v2/getKubeconfig?cluster=shop&admin=true&network=true')).bytes);
    expect(entries.map(({ name }) => name)).toEqual([
      'kube-config-us-south-shop.yaml',
      'ca-us-south-shop.pem',
      'admin.pem',
      'admin-key.pem',
      'calicoctl.cfg.template',
    ]);
    expect(fileIn(entries, /calicoctl/)).toContain('"{{.certDir}}/kube-config-us-south-shop.yaml"');
  });

  test('200: v1 and v2 share the authority of a cluster', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const v1 = readYaml((await account.get('/v1/clusters/shop/config?format=yaml')).text);
    const v2 = readYaml((await account.get('/v2/getKubeconfig?cluster=shop&format=yaml')).text);
    expect(v2.clusters).toEqual(v1.clusters);
  });

  test('400: while the master is not deployed (R124); without a cluster; in an unknown format', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const early = await account.get('/v2/getKubeconfig?cluster=shop');
    expect(early.status).toBe(400);
    expect(early.body).toMatchObject({ code: 'Ef9cc' });
    const unnamed = await account.get('/v2/getKubeconfig?cluster=');
    expect(unnamed.status).toBe(400);
    expect(unnamed.body).toMatchObject({ code: 'E0020', description: expect.stringContaining('cluster') as unknown });
    const xml = await account.get('/v2/getKubeconfig?cluster=shop&format=xml');
    expect(xml.status).toBe(400);
    expect(xml.body).toMatchObject({ code: 'E0021' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.get('/v2/getKubeconfig?cluster=none');
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });

  testRefusedWhileDeleting(emulator, (account, cluster) => account.get(`/v2/getKubeconfig?cluster=${cluster}`));
});
