/**
 * Does what README.md tells its readers to do: `test/readme/blocks.ts` says how its blocks are marked. Starts the
 * built server with an empty database on a free port and carries out the blocks in order; fails naming every block
 * that does not do what is shown. Needs bash, curl and Go.
 */
import '../test/support/typescript.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, startServer } from './built-server.mjs';

const { answerDifferences, commandsOf, readBlocks } = await import('../test/readme/blocks.ts');

/** Where readers find the server. */
const USUAL_URL = 'http://127.0.0.1:4570';
const QUIET = ['--port', '0', '--ephemeral', '--log-level', 'warn'];

const read = (name) => readFile(path.join(root, name), 'utf8');
const manifest = JSON.parse(await read('package.json'));
const blocks = readBlocks(await read('README.md'));
const packagingTest = await read('test/packaging/image.test.ts');
const ci = await read('.ci/run');

requireTools(['bash', 'curl', 'go']);
const directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-readme-'));
/** What exports of earlier blocks leave to later ones; at first nothing that would set up the server otherwise. */
let environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(IKS_|DATABASE_URL$)/.test(name)));
const server = await startServer([...manifest.scripts.start.split(' '), ...QUIET], { env: environment });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    server.signal('SIGTERM');
  });
}

let passed = 0;
let failed = 0;
let interrupted = false;

const proofs = {
  walk: (block) => (block.file === undefined ? runInBash(block) : runFile(block)),
  start: startAsTold,
  ci: (block) => unaccounted(block, isRunByCi, 'is not run by .ci/run'),
  image: (block) => unaccounted(block, (command) => packagingTest.includes(`'${command}'`), 'is not named in test/packaging'),
};

try {
  for (const block of blocks) {
    if (interrupted) throw new Error('Interrupted: the rest of README.md was not carried out.');
    report(block, await proofs[block.role](block));
  }
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
console.log(`README.md: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function requireTools(names) {
  const missing = names.filter((name) => spawnSync(name, ['version'], { stdio: 'ignore' }).error !== undefined);
  if (missing.length === 0) return;
  console.error(`Not installed: ${missing.join(', ')}. Nothing of README.md was carried out.`);
  process.exit(1);
}

function report({ line, role, language, text }, problems) {
  const [first = ''] = text.split('\n');
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} README.md:${line} (${role}, ${language}) ${first}`);
  for (const problem of problems) console.log(`     ${problem.trimEnd().replaceAll('\n', '\n     ')}`);
  if (problems.length === 0) passed += 1;
  else failed += 1;
}

async function runInBash({ text, answer }) {
  const environmentFile = path.join(directory, '.environment');
  const script = `set -euo pipefail\n${text.replaceAll(USUAL_URL, server.url)}\nenv -0 > '${environmentFile}'\n`;
  const { code, output, complaints } = await run('bash', ['-c', script], directory);
  if (code !== 0) return [`it ended with ${code}: ${output}${complaints}`];
  environment = Object.fromEntries((await readFile(environmentFile, 'utf8')).split('\0').filter(Boolean).map(splitPair));
  return answer === undefined ? [] : answerDifferences(answer, output);
}

function splitPair(line) {
  const end = line.indexOf('=');
  return [line.slice(0, end), line.slice(end + 1)];
}

/** Go programs are run in the module of the client tests, which names the clients' versions. */
async function runFile({ text, file, language, answer }) {
  const name = path.join(directory, file);
  await writeFile(name, text.replaceAll(USUAL_URL, server.url));
  if (language !== 'go') return [];
  const { code, output, complaints } = await run('go', ['run', name], path.join(root, 'test/clients/go'));
  if (code !== 0) return [`it ended with ${code}: ${output}${complaints}`];
  return answer === undefined ? [] : answerDifferences(answer, output);
}

async function run(program, args, cwd) {
  const child = spawn(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) child[stream].setEncoding('utf8').on('data', (text) => (written[stream] += text));
  const [code] = await once(child, 'close');
  return { code, output: written.stdout, complaints: written.stderr };
}

/** Each command starts a server of its own, on another port and with nothing kept. */
async function startAsTold(block) {
  const problems = [];
  for (const command of commandsOf(block)) {
    const script = `${command}${command.includes(' -- ') ? '' : ' --'} ${QUIET.join(' ')}`;
    try {
      const started = await startServer(['bash', '-c', script], { env: environment });
      const { ok } = await fetch(`${started.url}/readyz`);
      if (!ok) problems.push(`${command} is not ready`);
      await started.stop();
    } catch (error) {
      problems.push(`${command}: ${error.message}`);
    }
  }
  return problems;
}

function unaccounted(block, isAccounted, complaint) {
  const commands = commandsOf(block).flatMap((line) => line.split(' && '));
  return commands.filter((command) => !isAccounted(command)).map((command) => `${command} ${complaint}`);
}

/** `npm start` is how the server of this walk was started. */
function isRunByCi(command) {
  return command === 'npm start' || ci.split(/\b(?:step|beside) |; then| \|\| true| &$/m).includes(command);
}
