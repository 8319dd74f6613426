/**
 * Has Schemathesis try every documented operation of a server of its own, with requests derived from the document,
 * as schemathesis.toml says. Needs Python 3.11 or later, in which it keeps an environment beside the caches of the
 * user. The server must be built.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { URLSearchParams } from 'node:url';
import { interrupted, startServer } from './built-server.mjs';
import { root } from './root.mjs';

const requirements = path.join(root, 'scripts/schemathesis.requirements.txt');

const environment = await install();
const server = await startServer([process.execPath, 'dist/main.js', '--port', '0', '--ephemeral', '--speed', 'instant', '--log-level', 'error']);
try {
  const token = await logIn(await fillAccount());
  const command = ['--config-file', path.join(root, 'schemathesis.toml'), 'run', `${server.url}/openapi.json`, ...process.argv.slice(2)];
  process.exitCode = await run(path.join(environment, 'bin/schemathesis'), command, { IKS_TOKEN: token });
} finally {
  await server.stop();
}

/** Installs what is pinned into an environment of its own, unless it is there already; answers where that is. */
async function install() {
  const version = createHash('sha256').update(await readFile(requirements)).digest('hex').slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  const directory = path.join(cache, 'iks-emulator', `schemathesis-${version}`);
  const complete = path.join(directory, 'complete');
  const isThere = await access(complete).then(() => true, () => false);
  if (isThere) return directory;
  const steps = [
    ['python3', ['-m', 'venv', '--clear', directory]],
    [path.join(directory, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:', '--require-hashes', '-r', requirements]],
  ];
  for (const [program, args] of steps) {
    const code = await run(program, args);
    if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}.`);
  }
  await writeFile(complete, '');
  return directory;
}

/** An account in which the names of the document's examples lead somewhere; answers its API key. */
async function fillAccount() {
  const json = { 'content-type': 'application/json' };
  const { id, apiKey } = await post('/_emulator/accounts', JSON.stringify({ name: 'schemathesis', idSeed: 'schemathesis' }), json);
  const clusters = [{ name: 'my-cluster', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 }];
  await post(`/_emulator/accounts/${id}/seed`, JSON.stringify({ clusters }), json);
  return apiKey;
}

async function logIn(apikey) {
  const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey });
  return (await post('/identity/token', form)).access_token;
}

async function post(url, body, headers) {
  const answer = await fetch(`${server.url}${url}`, { method: 'POST', body, headers });
  if (!answer.ok) throw new Error(`POST ${url} was answered with ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function run(program, args, environment = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment }, signal: interrupted });
  const [code] = await once(child, 'exit');
  return code;
}
