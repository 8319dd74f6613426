import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../scripts/free-port.mjs';
import { root } from '../../scripts/root.mjs';

const START_LIMIT = 60_000;
const document = path.join(root, 'openapi/openapi.json');
const program = (name) => path.join(root, 'bench/node_modules/.bin', name);

/** A bare Fastify that answers these bytes to everything. */
export async function startBareFastify(bytes) {
  const child = run(process.execPath, [path.join(import.meta.dirname, 'bare-fastify.mjs')]);
  child.stdin.end(bytes);
  const [line] = await once(child.stdout, 'data');
  return { url: String(line).trim(), stop: () => end(child) };
}

/** Prism, which answers with the examples of our own OpenAPI document after it has validated the request. */
export const startPrism = () =>
  startOnPort((port) => run(program('prism'), ['mock', document, '--host', '127.0.0.1', '--port', port, '--verboseLevel', 'fatal']));

/** Mockoon, which makes its answers from the schemas of our own OpenAPI document. */
export const startMockoon = () =>
  startOnPort((port) => run(program('mockoon-cli'), ['start', '--data', document, '--port', port, '--disable-log-to-file', '--disable-admin-api']));

/** Servers that tell nobody which port they have taken are given a free one, and asked until they answer. */
async function startOnPort(launch) {
  const port = await freePort();
  const child = launch(String(port));
  child.stdin.end();
  child.stdout.resume();
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < START_LIMIT; waited += 100) {
    if (await answers(`${url}/v1/clusters`)) return { url, stop: () => end(child) };
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended before it answered.`);
    await wait(100);
  }
  await end(child);
  throw new Error(`${child.spawnargs.join(' ')} did not answer.`);
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function run(command, args) {
  return spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
