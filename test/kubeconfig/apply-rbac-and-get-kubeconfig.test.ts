import { expect, test } from '@jest/globals';
import { testRefusedWhileDeleting } from '../support/cluster-refusals.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { expectValidLogin } from './certificates.js';
import { createReachableCluster, fileIn, readYaml, unzip } from './support.js';

const emulator = await connectEmulator();
const url = '/v2/applyRBACAndGetKubeconfig';

describeOperation(emulator, 'applyRBACAndGetKubeconfig', () => {
  test("200: Terraform's call for an administrator gets the flat zip with certificates that verify (A19)", async () => {
    const account = await emulator.account();
    const cluster = await createReachableCluster(account);
    const answer = await account.post(url, { cluster, format: 'zip', admin: true, network: true, endpointType: '' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/zip');
    const entries = await unzip(answer.bytes);
    expect(entries.map(({ name, mode }) => [name, mode])).toEqual([
      ['kube-config-us-south-shop.yaml', 0o100644],
      ['ca-us-south-shop.pem', 0o100644],
      ['admin.pem', 0o100644],
      ['admin-key.pem', 0o100644],
      ['calicoctl.cfg.template', 0o100644],
    ]);
    expectValidLogin(fileIn(entries, /^ca-/), fileIn(entries, /^admin\.pem$/), fileIn(entries, /^admin-key\.pem$/));
  });

  test('200: everybody else gets tokens under auth-provider, without which clients crash (A19)', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const entries = await unzip((await account.post(url, { cluster: 'shop', format: 'zip' })).bytes);
    expect(entries.map(({ name }) => name)).toEqual(['kube-config-us-south-shop.yaml', 'ca-us-south-shop.pem']);
    const config = readYaml(fileIn(entries, /\.yaml$/)).users[0].user['auth-provider']?.config ?? {};
    expect(config['id-token']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(config['refresh-token']).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test.each([
    [undefined, 'publicServiceEndpointURL'],
    ['public', 'publicServiceEndpointURL'],
    ['private', 'privateServiceEndpointURL'],
  ] as const)('200: endpointType %p names %s', async (endpointType, field) => {
    const account = await emulator.account();
    const id = await createReachableCluster(account, { publicServiceEndpoint: true, privateServiceEndpoint: true });
    const { body } = await account.get<Record<string, string>>(`/v1/clusters/${id}`);
    const { text } = await account.post(url, { cluster: 'shop', format: 'yaml', endpointType });
    expect(readYaml(text).clusters[0].cluster.server).toBe(body[field]);
    expect(body[field]).toMatch(/^https:\/\/c\d/);
  });

  test('200: a cluster with the private endpoint alone is reached by that (R139)', async () => {
    const account = await emulator.account();
    const id = await createReachableCluster(account, { privateServiceEndpoint: true });
    const { body } = await account.get<{ privateServiceEndpointURL: string }>(`/v1/clusters/${id}`);
    const { text } = await account.post(url, { cluster: 'shop', format: 'yaml' });
    expect(readYaml(text).clusters[0].cluster.server).toBe(body.privateServiceEndpointURL);
  });

  test.each([
    ['private', 'disabled'],
    ['vpe', 'not for classic clusters'],
    ['link', 'not for classic clusters'],
    ['side', 'public, private, vpe, link'],
  ])('400: endpointType %s of a cluster with the public endpoint alone', async (endpointType, words) => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const refused = await account.post(url, { cluster: 'shop', endpointType });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining(words) as unknown });
  });

  test('400: while the master is not deployed (R124); without a cluster', async () => {
    const account = await emulator.account();
    await account.createCluster();
    const early = await account.post(url, { cluster: 'shop', format: 'zip' });
    expect(early.status).toBe(400);
    expect(early.body).toMatchObject({ code: 'Ef9cc' });
    const unnamed = await account.post(url, { format: 'zip' });
    expect(unnamed.status).toBe(400);
    expect(unnamed.body).toMatchObject({ code: 'E0020' });
  });

  test('404: no such cluster', async () => {
    const account = await emulator.account();
    const refused = await account.post(url, { cluster: 'none', format: 'zip' });
    expect(refused.status).toBe(404);
    expect(refused.body).toMatchObject({ code: 'G0004' });
  });

  testRefusedWhileDeleting(emulator, (account, cluster) => account.post('/v2/applyRBACAndGetKubeconfig', { cluster }));
});
