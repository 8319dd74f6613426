/**
 * Measures the built program: `npm run build && npm run bench`, on a machine that does nothing else. Beside it, in the
 * same run, a bare Fastify answers the same bytes, so that what the machine is like falls out of the ratio. Prints a
 * table, and JSON with `--json`. docs/performance.md says what is measured and how.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { URLSearchParams } from 'node:url';
import { startServer } from './built-server.mjs';

const CONNECTIONS = 10;
const WARM_UP = 200;
const REQUESTS = 2_000;
const REPEATS = 15;

const START = [process.execPath, 'dist/main.js', '--port', '0', '--log-level', 'warn', '--speed', 'instant'];
const CLUSTER = { dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 };
/** Room for a hundred clusters in one zone. */
const ROOM = { speed: 'instant', clusterQuota: 1_000, workerQuota: 1_000, subnetsPerVlanQuota: 1_000 };

const rows = [];
const note = (what, value, unit, ratio) => rows.push({ what, value: Number(value.toPrecision(4)), unit, ...(ratio !== undefined && { ratio: Number(ratio.toPrecision(3)) }) });

/** An account of the server under measurement, and its owner. */
class Account {
  static async create(url, name) {
    const account = new Account();
    const { id, apiKey } = JSON.parse(await send(url, 'POST', '/_emulator/accounts', JSON.stringify({ name, ...ROOM })));
    const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey });
    const { access_token: token } = JSON.parse(await send(url, 'POST', '/identity/token', form));
    return Object.assign(account, { url, id, apiKey, token });
  }

  call(method, target, body) {
    return send(this.url, method, target, body && JSON.stringify(body), { authorization: `Bearer ${this.token}` });
  }

  control(method, target, body) {
    return send(this.url, method, `/_emulator/accounts/${this.id}/${target}`, body && JSON.stringify(body));
  }
}

const directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-bench-'));
try {
  await measureStarts();
  const server = await startServer([...START, '--data-dir', path.join(directory, 'data')]);
  try {
    note('memory after the start (resident)', await residentMegabytes(server.pid), 'MB');
    await measureRequests(server.url);
    await measureControl(server.url);
    note('memory under load (resident)', await residentMegabytes(server.pid), 'MB');
  } finally {
    await server.stop();
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}
print();

/** From the start of the process to the line that says where it listens. */
async function measureStarts() {
  const start = async () => {
    const begin = performance.now();
    const server = await startServer([...START, '--data-dir', path.join(directory, 'data')]);
    const took = performance.now() - begin;
    await server.stop();
    return took;
  };
  note('start to ready, empty data directory', await start(), 'ms');
  note('start to ready, afterwards', median(await repeat(5, start)), 'ms');
}

async function measureRequests(url) {
  const account = await Account.create(url, 'requests');
  for (let index = 0; index < 50; index += 1) await account.call('POST', '/v1/clusters', { ...CLUSTER, name: `shop-${index}` });
  for (const [what, target] of [
    ['GET a cluster', '/v1/clusters/shop-7'],
    ['GET its workers', '/v1/clusters/shop-7/workers'],
    ['GET a list of 50 clusters', '/v1/clusters'],
  ]) {
    const body = await account.call('GET', target);
    const own = await load(() => account.call('GET', target));
    const bare = await withBareFastify(body, (bareUrl) => load(() => send(bareUrl, 'GET', '/')));
    note(`${what}: requests a second, ratio to bare Fastify`, own.perSecond, '1/s', own.perSecond / bare.perSecond);
    note(`${what}: 99th percentile`, own.p99, 'ms');
  }
  const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: account.apiKey });
  const token = await load(() => send(url, 'POST', '/identity/token', form), 500);
  note('log in: requests a second', token.perSecond, '1/s');
}

/** What a test does between its cases; each time measured alone, on an account of that size. */
async function measureControl(url) {
  for (const size of [10, 100]) {
    const account = await Account.create(url, `control-${size}`);
    const fill = async () => {
      for (let index = 0; index < size; index += 1) await account.call('POST', '/v1/clusters', { ...CLUSTER, name: `shop-${index}` });
    };
    await fill();
    await account.control('POST', 'snapshots', { name: 'full' });
    note(`snapshot of ${size} clusters`, median(await repeat(REPEATS, (index) => timed(() => account.control('POST', 'snapshots', { name: `full-${index}` })))), 'ms');
    note(`fork of ${size} clusters`, median(await repeat(REPEATS, (index) => timed(() => account.control('POST', 'snapshots/full/fork', { name: `fork-${size}-${index}` })))), 'ms');
    note(`restore of ${size} clusters`, median(await repeat(REPEATS, () => timed(() => account.control('POST', 'snapshots/full/restore')))), 'ms');
    const resets = await repeat(REPEATS, async () => {
      const took = await timed(() => account.control('POST', 'reset'));
      await account.control('POST', 'snapshots/full/restore');
      return took;
    });
    note(`reset of ${size} clusters`, median(resets), 'ms');
  }
}

async function send(url, method, target, body, headers = {}) {
  const type = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(`${url}${target}`, { method, headers: { ...type, ...headers }, ...(body !== undefined && { body }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${target} answered ${answer.status}: ${text}`);
  return text;
}

async function withBareFastify(body, measure) {
  const bare = spawn(process.execPath, [path.join(import.meta.dirname, 'bare-fastify.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  bare.stdin.end(body);
  const [line] = await once(bare.stdout, 'data');
  try {
    return await measure(String(line).trim());
  } finally {
    bare.kill();
  }
}

/** So many requests over ten connections, each sent when the one before is answered. */
async function load(request, count = REQUESTS) {
  const run = async (requests) => {
    const times = [];
    await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
      for (let index = 0; index < requests / CONNECTIONS; index += 1) times.push(await timed(request));
    }));
    return times;
  };
  await run(WARM_UP);
  const begin = performance.now();
  const times = (await run(count)).sort((one, other) => one - other);
  return { perSecond: (1_000 * times.length) / (performance.now() - begin), p99: times[Math.floor(times.length * 0.99)] };
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function repeat(count, work) {
  const results = [];
  for (let index = 0; index < count; index += 1) results.push(await work(index));
  return results;
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

async function residentMegabytes(pid) {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))[1]) / 1_024;
}

function print() {
  if (process.argv.includes('--json')) return console.log(JSON.stringify(rows, undefined, 2));
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, value, unit, ratio } of rows) console.log(`${what.padEnd(width)}  ${String(value).padStart(8)} ${unit}${ratio === undefined ? '' : `  (${ratio})`}`);
}
