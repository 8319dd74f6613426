import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { startEmulator } from '../support/emulator.js';
import { createReachableCluster, fileIn, fromBase64, readYaml, unzip } from './support.js';

const emulator = await startEmulator();

describeOperation(emulator, 'getClusterConfig', () => {
  test('200: a zip of one folder with an entry of its own, first, and files in it, with the modes that clients need (R298, A19)', async () => {
    const account = await emulator.account();
    const id = await createReachableCluster(account, { name: 'shopfront' });
    const answer = await account.get(`/v1/clusters/${id}/config`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/zip');

    const entries = await unzip(answer.bytes);
    const folder = entries[0]?.name ?? '';
    expect(folder).toMatch(/^kubeConfig\d+\/$/);
    expect(entries.map(({ name, mode }) => [name, mode])).toEqual([
      [folder, 0o040755],
      [`${folder}kube-config-dal10-shopfront.yml`, 0o100644],
      [`${folder}ca-dal10-shopfront.pem`, 0o100644],
    ]);
  });

  test("200: the kubeconfig names the cluster's server, its authority and tokens of the caller (R298, A19)", async () => {
    const account = await emulator.account();
    const id = await createReachableCluster(account);
    const entries = await unzip((await account.get('/v1/clusters/shop/config')).bytes);
    const kubeconfig = readYaml(fileIn(entries, /\.yml$/));
    const { body: cluster } = await account.get<{ serverURL: string }>(`/v1/clusters/${id}`);

    expect(kubeconfig.clusters).toEqual([
      { name: `shop/${id}`, cluster: { server: cluster.serverURL, 'certificate-authority': 'ca-dal10-shop.pem' } },
    ]);
    expect(kubeconfig['current-context']).toBe(`shop/${id}`);
    expect(kubeconfig.contexts).toEqual([
      { name: `shop/${id}`, context: { cluster: `shop/${id}`, user: kubeconfig.users[0].name, namespace: 'default' } },
    ]);
    expect(kubeconfig.users[0].user).toEqual({
      'auth-provider': {
        name: 'oidc',
        config: {
          'client-id': 'kube',
          'client-secret': 'kube',
          'id-token': expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as unknown,
          'idp-issuer-url': 'http://localhost:80/identity',
          'refresh-token': expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as unknown,
        },
      },
    });
  });

  test("200: its tokens are the caller's: the id token names the account, the refresh token gets an access token of it", async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const { text } = await account.get('/v1/clusters/shop/config?format=yaml');
    const config = readYaml(text).users[0].user['auth-provider']?.config ?? {};
    const claims = JSON.parse(Buffer.from(config['id-token']?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    expect(claims).toMatchObject({ account: { bss: account.id }, client_id: 'kube', iss: config['idp-issuer-url'] });

    const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: config['refresh-token'] ?? '' });
    const refreshed = await emulator.call({
      method: 'POST',
      url: '/identity/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from('kube:kube').toString('base64')}` },
      body: form.toString(),
    });
    const { access_token: token } = refreshed.body as { access_token: string };
    const listed = await emulator.call({ method: 'GET', url: '/v1/clusters', headers: { authorization: `Bearer ${token}` } });
    expect((listed.body as { name: string }[]).map(({ name }) => name)).toEqual(['shop']);
  });

  test('200: YAML and JSON hold the authority inside, the same one each time (R298, A19)', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const yaml = await account.get('/v1/clusters/shop/config?format=yaml');
    const json = await account.get<ReturnType<typeof readYaml>>('/v1/clusters/shop/config?format=json');
    const entries = await unzip((await account.get('/v1/clusters/shop/config?format=zip')).bytes);
    expect(yaml.headers['content-type']).toBe('application/yaml');
    expect(json.headers['content-type']).toBe('application/json');

    const authority = fileIn(entries, /\/ca-.*\.pem$/);
    expect(authority).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
    expect(fromBase64(readYaml(yaml.text).clusters[0].cluster['certificate-authority-data'])).toBe(authority);
    expect(fromBase64(json.body.clusters[0].cluster['certificate-authority-data'])).toBe(authority);
  });

  test('200: the authority is made once, however many ask at the same moment for the first time', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const answers = await Promise.all(Array.from({ length: 8 }, () => account.get('/v1/clusters/shop/config?format=yaml')));
    const authorities = answers.map(({ text }) => readYaml(text).clusters[0].cluster['certificate-authority-data']);
    expect(new Set(authorities).size).toBe(1);
  });

  test('200: clusters have authorities of their own', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'one' });
    await createReachableCluster(account, { name: 'two' });
    const one = readYaml((await account.get('/v1/clusters/one/config?format=yaml')).text);
    const two = readYaml((await account.get('/v1/clusters/two/config?format=yaml')).text);
    expect(one.clusters[0].cluster['certificate-authority-data']).not.toBe(two.clusters[0].cluster['certificate-authority-data']);
  });

  test('200: with createNetworkConfig a template for calicoctl that names the kubeconfig beside it (R282)', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const entries = await unzip((await account.get('/v1/clusters/shop/config?createNetworkConfig=true')).bytes);
    expect(entries.map(({ name }) => name.split('/')[1])).toEqual(['', 'kube-config-dal10-shop.yml', 'ca-dal10-shop.pem', 'calicoctl.cfg.template']);
    expect(fileIn(entries, /calicoctl/)).toContain('datastoreType: kubernetes\n  kubeconfig: "{{.certDir}}/kube-config-dal10-shop.yml"');
  });

  test('200: with sub the user is named in that letter case; 400: another address', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const path = '/v1/clusters/shop/config?format=yaml';
    const [user] = readYaml((await account.get(path)).text).users;
    const email = user.name.replace('IAM#', '');
    expect(email).toMatch(/^[a-z0-9-]+@[a-z.-]+$/);

    const answer = await account.get(`${path}&sub=${encodeURIComponent(email.toUpperCase())}`);
    const kubeconfig = readYaml(answer.text);
    expect([answer.status, kubeconfig.users[0].name]).toEqual([200, `IAM#${email.toUpperCase()}`]);
    expect(kubeconfig.contexts[0].context['user']).toBe(`IAM#${email.toUpperCase()}`);

    const refused = await account.get(`${path}&sub=somebody@example.com`);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining(`sub must be ${email}`) as unknown });
  });

  test('200: with skipRBAC the same; the roles hold in the cluster all the same. 400: neither true nor false', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    for (const word of ['true', 'false']) {
      expect((await account.get(`/v1/clusters/shop/config?skipRBAC=${word}`)).status).toBe(200);
    }
    expect((await account.get('/v2/getRBACStatus?cluster=shop')).body).toEqual({ synchronized: true, error: false });
    const refused = await account.get('/v1/clusters/shop/config?skipRBAC=perhaps');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining('skipRBAC') as unknown });
  });

  test('200: as long as nothing keeps the API server from answering: workers may still come, the account clock be years ahead', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    expect((await account.get('/v1/clusters/shop/config')).status).toBe(200);
    await account.advance('730d');
    expect((await account.get('/v1/clusters/shop/config')).status).toBe(200);
  });

  test('400: while the master is not deployed (R124)', async () => {
    const account = await emulator.account();
    await account.createCluster();
    for (const by of ['1s', '1m']) {
      await account.advance(by);
      const refused = await account.get('/v1/clusters/shop/config');
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ code: 'Ef9cc' });
    }
  });

  test('400: when the cluster is being deleted', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    await account.delete('/v1/clusters/shop');
    const refused = await account.get('/v1/clusters/shop/config');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0023', description: expect.stringContaining('deleting') as unknown });
  });

  test('400: an unknown format, naming the known ones', async () => {
    const account = await emulator.account();
    await createReachableCluster(account);
    const refused = await account.get('/v1/clusters/shop/config?format=xml');
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'E0021', description: expect.stringContaining('zip, yaml, json') as unknown });
  });

  test("404: no such cluster, and another account's", async () => {
    const account = await emulator.account();
    const stranger = await emulator.account();
    const id = await createReachableCluster(account);
    for (const name of ['none', id]) {
      const refused = await stranger.get(`/v1/clusters/${name}/config`);
      expect(refused.status).toBe(404);
      expect(refused.body).toMatchObject({ code: 'G0004', description: 'The specified cluster could not be found.' });
    }
  });
});
