// Runs the tests of test/clients/go: IBM's own Go clients against a running emulator. Starts the built one,
// unless IKS_EMULATOR_URL names another. Exits with Go's exit code, and never with 0 when nothing was run.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { clearTimeout, setTimeout } from 'node:timers';

const root = path.resolve(import.meta.dirname, '..');
const startLimit = 60_000;
const stopLimit = 15_000;

if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) {
  console.error('Go is not installed: the client tests were NOT run.');
  process.exit(1);
}

let server;
let goTool;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    goTool?.kill('SIGTERM');
    server?.kill('SIGTERM');
  });
}

try {
  const url = process.env.IKS_EMULATOR_URL || (await startServer());
  console.log(`Client tests against ${url}`);
  process.exitCode = (await go(url, 'vet', './...')) || (await go(url, 'test', '-count=1', './...'));
} catch (error) {
  console.error(`${error.message} The client tests were NOT run.`);
  process.exitCode = 1;
} finally {
  await stopServer();
}

async function startServer() {
  server = spawn(process.execPath, ['dist/main.js', '--port', '0', '--ephemeral', '--log-level', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tooLate = setTimeout(() => server.kill('SIGKILL'), startLimit);
  let url;
  for await (const line of createInterface({ input: server.stdout })) {
    url = /^iks-emulator listening on (http:\/\/\S+)$/.exec(line)?.[1];
    if (url !== undefined) break;
    console.log(line);
  }
  clearTimeout(tooLate);
  if (url === undefined) throw new Error('The server ended before it was listening (is it built? npm run build).');
  server.stdout.resume();
  return url;
}

async function stopServer() {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const tooLate = setTimeout(() => server.kill('SIGKILL'), stopLimit);
  server.kill('SIGTERM');
  await once(server, 'exit');
  clearTimeout(tooLate);
}

/** Runs the go tool in the module of the tests and gives its exit code; a killed one counts as failed. */
async function go(url, ...args) {
  if (interrupted) return 1;
  goTool = spawn('go', args, {
    cwd: path.join(root, 'test/clients/go'),
    env: { ...process.env, IKS_EMULATOR_URL: url },
    stdio: 'inherit',
  });
  const [code] = await once(goTool, 'exit');
  return code ?? 1;
}
