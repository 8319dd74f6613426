import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { seedAccount, seedFile } from './seed-support.js';
import { freshName } from './support.js';

const emulator = await connectEmulator();

/** A cluster with `rest` below it, which begins on line 5. */
const cluster = (rest: string): string => `clusters:
  - name: shop
    dataCenter: dal10
    machineType: b3c.4x16
${rest}
`;

async function refusalOf(seed: unknown): Promise<string> {
  const account = await emulator.account();
  const { status, body } = await seedAccount(emulator, account, seed);
  expect([status, body.code]).toEqual([400, 'E0021']);
  expect((await account.get('/v1/clusters')).body).toEqual([]);
  expect((await account.get('/v1/datacenters/dal10/vlans')).body).toEqual([]);
  return body.description.replace('The request is not valid: ', '');
}

describe('a seed that is not well-formed is refused with line and column, and changes nothing', () => {
  test.each([
    ['a field that there is not', cluster('    workers_: 2'), "line 5, column 5: clusters.0 has no field 'workers_'."],
    ['a field in the wrong case', cluster('    workernum: 2'), "line 5, column 5: clusters.0 has no field 'workernum'."],
    ['a value of the wrong type', cluster('    workerNum: many'), 'line 5, column 16: clusters.0.workerNum must be a number.'],
    ['a value out of range', cluster('    workerNum: 0'), 'line 5, column 16: clusters.0.workerNum must be 1 or more.'],
    ['a version that is a number', cluster('    masterVersion: 1.35'), 'line 5, column 20: clusters.0.masterVersion must be a string: put it into quotes.'],
    ['an unknown state', cluster('    state: fine'), 'line 5, column 12: clusters.0.state must be one of: requested, deploying, pending, normal, warning, critical, deleting.'],
    ['an age that is none', cluster('    age: old'), 'line 5, column 10: clusters.0.age must be a length of time up to 100 years, such as 25m, 90s, 2h, PT25M or P1D.'],
    ['an id of another form', cluster('    id: shop'), 'line 5, column 9: clusters.0.id must be 20 characters, c first, of the digits and the letters a to v.'],
    ['a field without a value', cluster('    pools:'), 'line 5, column 5: clusters.0.pools must be an array.'],
    ['what is missing', 'clusters:\n  - name: shop\n    dataCenter: dal10\n', 'line 2, column 5: clusters.0.machineType is required.'],
    ['a pool without a size', cluster('    pools:\n      - name: batch\n        machineType: b3c.4x16'), 'line 6, column 9: clusters.0.pools.0.sizePerZone is required.'],
    ['a fault with a field too many', 'faults:\n  - effect: { type: drop }\n    foo: 1\n', "line 3, column 5: faults.0 has no field 'foo'."],
    ['a fault of no kind', 'faults:\n  - effect: { type: explode }\n', expect.stringMatching(/^line 2, column \d+: faults\.0\.effect\.type must be one of: error, latency/) as unknown as string],
    ['a speed that is none', 'speed: fast\n', "line 1, column 8: speed must be 'instant' or a number above 0 and up to 1000000."],
    ['a time that is none', 'clock:\n  now: noon\n', expect.stringMatching(/^line 2, column 8: clock\.now must be a moment from 1970 to the beginning of 9999/) as unknown as string],
    ['YAML that cannot be read', 'clusters:\n  - name: [shop\n', expect.stringMatching(/^line 3, column 1: cannot be read as YAML: /) as unknown as string],
    ['a name given twice', 'speed: 1\nspeed: 2\n', "line 2, column 1: the name 'speed' is there already."],
    ['two problems', 'speed: 0\nclusters:\n  - { name: 7 }\n', 'line 1, column 8: speed must be more than 0; line 3, column 13: clusters.0.name must be a string: put it into quotes.'],
  ])('%s', async (_, seed, refusal) => {
    expect(await refusalOf(seed)).toEqual(refusal);
  });

  test('of very many problems the first ones', async () => {
    const refusal = await refusalOf(Array.from({ length: 2_000 }, (_, index) => `key${index}: 1\n`).join(''));
    expect(refusal).toMatch(/^line 1, column 1: the file has no field 'key0'; .*line 20, column 1: the file has no field 'key19'; and 1980 more\.$/);
  });

  test('in JSON too, with tabs', async () => {
    expect(await refusalOf({ clusters: [{ name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 0 }] })).toMatch(
      /^line 1, column \d+: clusters\.0\.workerNum must be 1 or more\.$/,
    );
    const account = await emulator.account();
    const url = `/_emulator/accounts/${account.id}/seed`;
    const json = '{\n\t"clusters": [\n\t\t{ "name": "shop", "dataCenter": "dal10", "machineType": "b3c.4x16" }\n\t]\n}\n';
    expect((await emulator.call({ method: 'POST', url, body: json })).status).toBe(200);
  });

  test('aliases within aliases', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...['b', 'c', 'd', 'e', 'f'].map((name, index) => `${name}: &${name} [${`*${'abcde'.charAt(index)}, `.repeat(10)}]`)].join('\n');
    expect(await refusalOf(bomb)).toMatch(/^line 1, column 1: cannot be read as YAML: /);
  });

  test.each([
    ['lists', '['.repeat(50_000)],
    ['maps', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['lists in blocks', '- '.repeat(50_000)],
    ['keys', '? '.repeat(20_000)],
    ['blocks', Array.from({ length: 300 }, (_, index) => `${' '.repeat(index)}a:\n`).join('')],
  ])('%s nested without end', async (_, seed) => {
    expect(await refusalOf(seed)).toBe('line 1, column 1: cannot be read as YAML: it is nested more than 100 levels deep.');
  });

  test('415: another content type; and YAML where a seed is not what is wanted', async () => {
    const account = await emulator.account();
    const headers = { 'content-type': 'text/plain' };
    expect((await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/seed`, body: 'speed: 1', headers })).status).toBe(415);
    const yaml = await account.post('/v1/clusters', 'name: shop', { 'content-type': 'application/yaml' });
    expect(yaml.status).toBe(415);
  });
});

describe('a seed that cannot be carried out is refused with line and column, and changes nothing', () => {
  test.each([
    ['a zone that there is not', 'clusters:\n  - { name: shop, dataCenter: mars1, machineType: b3c.4x16 }', /^line 2, column 5: clusters\.0: .*dataCenter 'mars1' is not a classic zone/],
    ['a name that is taken', cluster('  - { name: shop, dataCenter: dal10, machineType: b3c.4x16 }'), /^line 5, column 5: clusters\.1: A cluster with the name 'shop' exists in the region us-south/],
    ['an add-on that there is not', cluster('    addons: [istio, nothing]'), /^line 5, column 13: clusters\.0\.addons: .*the add-on 'nothing' is not for classic clusters/],
    ['a pool in a zone out of reach', cluster('    pools:\n      - { name: batch, machineType: b3c.4x16, sizePerZone: 1, zones: [fra02] }'), /^line 6, column 9: clusters\.0\.pools\.0: .*fra02/],
    ['a resource group that there is not', cluster('    resourceGroup: team-z'), /^line 2, column 5: clusters\.0: .*'team-z', which is no resource group/],
    ['a tag that is none', cluster('    tags: ["a/b"]'), /^line 5, column 11: clusters\.0\.tags: The tag is not valid/],
    ['add-ons before there is a master', cluster('    age: 1m\n    addons: [istio]'), /^line 6, column 13: clusters\.0\.addons: need a master, which is not deployed yet at the age of the cluster/],
    ['a state that does not go with the age', cluster('    age: 3d\n    state: deploying'), /^line 6, column 12: clusters\.0\.state: must go with the rest: at its age and the speed of the account the cluster is normal/],
    ['a worker too many', cluster('    workers: [{ number: 2, state: critical }]'), /^line 5, column 15: clusters\.0\.workers\.0: the pool default has 1 workers, and so no number 2/],
    ['a worker of no pool', cluster('    workers: [{ pool: spare, number: 1, state: critical }]'), /^line 5, column \d+: clusters\.0\.workers\.0\.pool: 'spare' is no pool of the cluster/],
    ['a worker that cannot be critical yet', cluster('    age: 10m\n    workers: [{ number: 1, state: critical }]'), /^line 6, column \d+: clusters\.0\.workers\.0\.state: must go with the rest: .* the worker is provisioning/],
    ['a router of another zone', 'vlans:\n  - { zone: dal10, type: private, router: fra9 }', /^line 2, column 5: vlans\.0: /],
    ['a group that is there already', 'resourceGroups: [team, team]', /^line 1, column 24: resourceGroups\.1: Resource group name need to be unique/],
    ['a fault of no operation', 'faults:\n  - { effect: { type: drop }, operations: [nothing] }', /^line 2, column 5: faults\.0: .*operations\.0 'nothing' fits no operation/],
    ['a cluster from before time began', 'clock: { now: 1970-01-02 }\nclusters:\n  - { name: shop, dataCenter: dal10, machineType: b3c.4x16, age: 3d }', /^line 3, column 5: clusters\.0: would have been created before 1970/],
  ])('%s', async (_, seed, refusal) => {
    expect(await refusalOf(seed)).toMatch(refusal);
  });

  test('a state between two others, at the speed instant', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const { status, body } = await seedAccount(emulator, account, cluster('    state: deploying'));
    expect([status, body.description]).toEqual([400, expect.stringContaining('line 5, column 12: clusters.0.state: must go with the rest') as unknown]);
  });

  test('an id that another cluster has', async () => {
    const account = await emulator.account();
    const id = await account.createCluster({ name: 'first' });
    const { status, body } = await seedAccount(emulator, account, cluster(`    id: ${id}`));
    expect([status, body.description]).toEqual([400, expect.stringContaining(`line 5, column 9: clusters.0.id: '${id}' is the id of a cluster that there is already`) as unknown]);
  });

  test('a quota (R105): nothing of the seed is there, and what was there still is', async () => {
    const account = await emulator.account({ clusterQuota: 2 });
    await account.createCluster({ name: 'first' });
    const clusters = ['a', 'b'].map((name) => ({ name, dataCenter: 'dal10', machineType: 'b3c.4x16' }));
    const refused = await seedAccount(emulator, account, { reset: false, clusters });
    expect([refused.status, refused.body.description]).toEqual([400, expect.stringContaining('clusters.1: The request would exceed the quota of clusters per region') as unknown]);
    expect((await account.get('/v1/clusters')).body).toMatchObject([{ name: 'first' }]);
    const again = await seedAccount(emulator, account, { reset: true, clusters: [...clusters, { name: 'c', dataCenter: 'dal10', machineType: 'b3c.4x16' }] });
    expect(again.status).toBe(400);
    expect((await account.get('/v1/clusters')).body).toMatchObject([{ name: 'first' }]);
  });

  test('a time before what is there already, unless that goes', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'first' });
    const seed = 'clock:\n  now: 2020-01-01\n';
    const { status, body } = await seedAccount(emulator, account, seed);
    expect([status, body.description]).toEqual([400, expect.stringMatching(/line 1, column 1: clock: The clock cannot go back to 2020-01-01T00:00:00\.000Z/) as unknown]);
    expect((await seedAccount(emulator, account, `reset: true\n${seed}`)).status).toBe(200);
  });

  test('404: an account that does not exist', async () => {
    expect((await seedAccount(emulator, { id: 'nobody-knows-it' }, {})).status).toBe(404);
  });
});

describe('a seed file', () => {
  const good = { clusters: [{ name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' }] };

  test('400: makes no account where one of them cannot be', async () => {
    const [one, two] = [freshName(), freshName()];
    const refused = await seedFile(emulator, { accounts: { [one]: good, [two]: { clusters: [{ ...good.clusters[0], masterVersion: '9.9' }] } } });
    expect([refused.status, refused.body.description]).toEqual([400, expect.stringContaining(`accounts.${two}.clusters.0: `) as unknown]);
    for (const name of [one, two]) expect((await emulator.call({ method: 'GET', url: `/_emulator/accounts/${name}` })).status).toBe(404);
  });

  test.each([
    ['no accounts', 'speed: 1\n', /line 1, column 1: accounts is required; line 1, column 1: the file has no field 'speed'/],
    ['a name that is none', 'accounts:\n  -bad:\n    speed: 1\n', /line 2, column 3: accounts\.-bad must begin with a letter or digit/],
    ['a list in place of names', 'accounts:\n  - speed: 1\n', /line 2, column 3: accounts must be an object/],
    ['nothing', '# nothing\n', /accounts/],
  ])('400: %s', async (_, file, refusal) => {
    const { status, body } = await seedFile(emulator, file);
    expect([status, body.description]).toEqual([400, expect.stringMatching(refusal) as unknown]);
  });

  test('400: an API key that logs in to another account', async () => {
    const [name, apiKey] = [freshName(), freshName()];
    await emulator.call({ method: 'POST', url: '/_emulator/accounts', body: { name: freshName(), apiKey } });
    const refused = await seedFile(emulator, `accounts:\n  ${name}:\n    apiKey: ${apiKey}\n`);
    expect([refused.status, refused.body.description]).toEqual([400, expect.stringContaining(`line 2, column 3: accounts.${name}: This text is an API key already`) as unknown]);
  });
});
