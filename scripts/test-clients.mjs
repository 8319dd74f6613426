/**
 * Runs the tests of test/clients/go: IBM's own Go clients against a running emulator. Starts the built one and
 * records which operations the clients called, for `npm run coverage:operations`; IKS_EMULATOR_URL names another,
 * whose log cannot be read. Exits with Go's exit code, and never with 0 when nothing was run.
 */
import '../test/support/typescript.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { interrupted, startServer } from './built-server.mjs';
import { root } from './root.mjs';

const { countAnswer } = await import('../test/client-coverage/clients.ts');
const { forgetRun, keepRun } = await import('../test/client-coverage/run.ts');

/** pino's number for warnings: what a person must see. */
const WARN = 40;

if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) {
  console.error('Go is not installed: the client tests were NOT run.');
  process.exit(1);
}

let server;
const answers = {};
await forgetRun();
try {
  const { IKS_EMULATOR_URL: given } = process.env;
  if (!given) server = await startServer([process.execPath, 'dist/main.js', '--port', '0', '--ephemeral', '--log-level', 'info'], { log });
  const url = given || server.url;
  console.log(`Client tests against ${url}`);
  process.exitCode = (await go(url, 'vet', './...')) || (await go(url, 'test', '-count=1', './...'));
} catch (error) {
  console.error(`${error.message} The client tests were NOT run.`);
  process.exitCode = 1;
} finally {
  await server?.stop();
}
if (server === undefined) console.log('The calls of the clients were not recorded.');
else await keepRun({ finishedAt: new Date().toISOString(), passed: process.exitCode === 0, answers });

/** A line of the server's log. */
function log(text) {
  const line = parse(text);
  if (line === undefined || line.level >= WARN) console.error(text);
  else countAnswer(answers, line);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Runs the go tool in the module of the tests and gives its exit code; a killed one counts as failed. */
async function go(url, ...args) {
  const goTool = spawn('go', args, {
    cwd: path.join(root, 'test/clients/go'),
    env: { ...process.env, IKS_EMULATOR_URL: url },
    stdio: 'inherit',
    signal: interrupted,
  });
  const [code] = await once(goTool, 'exit');
  return code ?? 1;
}
