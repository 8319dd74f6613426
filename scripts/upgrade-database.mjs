/**
 * Keeps what this version of the program leaves in a database, for later versions to be tested with: fills one through
 * the API and writes its rows, and what the API answers about them, to `test/upgrade/databases`, under the name of
 * the newest migration. To be run once for each migration, of the built program: `npm run build` before.
 */
import '../test/support/typescript.mjs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URLSearchParams } from 'node:url';
import pg from 'pg';
import { startServer } from './built-server.mjs';
import { root } from './root.mjs';

const { startEmbeddedPostgres } = await import('../src/database/embedded-postgres.ts');
const { readMigrations, migrationsDirectory } = await import('../src/database/migration-files.ts');

const READS = [
  '/v1/clusters',
  ...['shop', 'growing'].flatMap((name) => [
    `/v1/clusters/${name}?showResources=true`,
    `/v1/clusters/${name}/workers`,
    `/v1/clusters/${name}/workerpools`,
    `/v1/clusters/${name}/subnets`,
    `/v1/clusters/${name}/webhooks`,
    `/v1/alb/clusters/${name}`,
    `/v2/getCluster?cluster=${name}`,
    `/v2/getWorkers?cluster=${name}`,
    `/v2/getWorkerPools?cluster=${name}`,
  ]),
  '/v1/subnets',
  '/v1/datacenters/dal10/vlans',
  '/v1/datacenters/dal12/vlans',
];

const directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-upgrade-'));
const postgres = await startEmbeddedPostgres({ dataDirectory: directory, durable: false, log: () => undefined });
try {
  const server = await startServer([process.execPath, 'dist/main.js', '--port', '0', '--database-url', postgres.url, '--log-level', 'warn']);
  try {
    const kept = await fill(server.url);
    const [migration] = (await readMigrations(migrationsDirectory)).slice(-1);
    const file = path.join(root, 'test/upgrade/databases', `${migration.name}.json`);
    await writeFile(file, `${JSON.stringify({ ...kept, tables: await readTables(postgres.url) }, null, 1)}\n`);
    console.log(path.relative(process.cwd(), file));
  } finally {
    await server.stop();
  }
} finally {
  await postgres.destroy();
  await rm(directory, { recursive: true, force: true });
}

/** One account with a cluster that is done, one that is being made, and the clock stopped so that both stay so. */
async function fill(url) {
  const call = async (method, target, body, token) => {
    const headers = { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }) };
    const response = await fetch(`${url}${target}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${target} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const account = await call('POST', '/_emulator/accounts', { name: 'upgraded', speed: 1 });
  const clock = (action, body) => call('POST', `/_emulator/accounts/${account.id}/clock/${action}`, body ?? {});
  const login = await fetch(`${url}/identity/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: account.apiKey }),
  });
  const { access_token: token } = await login.json();
  const cluster = { dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 };

  await clock('freeze');
  await call('POST', '/v1/clusters', { ...cluster, name: 'shop' }, token);
  await clock('settle', { until: 'all' });
  await call('POST', '/v1/clusters/shop/workerpools', { name: 'edge', machineType: 'b3c.4x16', sizePerZone: 1, labels: { tier: 'edge' } }, token);
  await call('POST', '/v1/clusters/shop/workerpools/edge/zones', { id: 'dal12' }, token);
  await call('POST', '/v1/clusters/shop/webhooks', { level: 'Warning', type: 'slack', url: 'https://hooks.example.com/services/one' }, token);
  await clock('settle', { until: 'all' });
  await call('POST', '/v1/clusters', { ...cluster, name: 'growing' }, token);
  await clock('advance', { by: '10m' });

  const answers = [];
  for (const read of READS) answers.push([read, await call('GET', read, undefined, token)]);
  return { account: account.id, apiKey: account.apiKey, answers };
}

/** The rows of all tables but one: a private key has no place in a repository, and servers without one make it. */
async function readTables(url) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: names } = await client.query(`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT IN ('_prisma_migrations', 'signing_keys') ORDER BY 1`);
    const tables = {};
    for (const { name } of names) {
      const { rows } = await client.query(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY 1`);
      if (rows.length > 0) tables[name] = rows.map(({ row }) => row);
    }
    return tables;
  } finally {
    await client.end();
  }
}
