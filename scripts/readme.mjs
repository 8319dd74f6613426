/**
 * Does what README.md and the guides tell their readers to do: `test/readme/blocks.ts` says how their blocks are marked.
 * Starts the built server with an empty database on a free port and carries out the blocks in order; fails naming every
 * block that does not do what is shown. Needs bash, curl and Go.
 */
import '../test/support/typescript.mjs';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { interrupted, startServer } from './built-server.mjs';
import { root } from './root.mjs';
import { runProgram } from './run-program.mjs';

const { answerDifferences, commandsOf, readBlocks } = await import('../test/readme/blocks.ts');

/** Where readers find the server. */
const USUAL_URL = 'http://127.0.0.1:4570';
const QUIET = ['--port', '0', '--ephemeral', '--log-level', 'warn'];

const read = (name) => readFile(path.join(root, name), 'utf8');
const manifest = JSON.parse(await read('package.json'));
const guides = (await readdir(path.join(root, 'docs/guides'))).filter((name) => name.endsWith('.md'));
const documents = ['README.md', ...guides.map((name) => `docs/guides/${name}`)];
const packagingTest = await read('test/packaging/image.test.ts');
const ci = await read('.ci/run');
const consumers = await readConsumers();

requireTools(['bash', 'curl', 'go']);
const workplace = await mkdtemp(path.join(tmpdir(), 'iks-emulator-readme-'));
/** Nothing that would set up the server otherwise. */
const initial = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(IKS_|DATABASE_URL$)/.test(name)));
/** Of the document that is carried out: where it is, and what exports of earlier blocks leave to later ones. */
let directory;
let environment = initial;
const server = await startServer([...manifest.scripts.start.split(' '), ...QUIET], { env: environment });

let passed = 0;
let failed = 0;

const proofs = {
  walk: (block) => (block.file === undefined ? runInBash(block) : runFile(block)),
  start: startAsTold,
  ci: (block) => unaccounted(block, isRunByCi, 'is not run by .ci/run'),
  file: (block) => compareFile(block),
  consumer: (block) => unaccounted(block, isRunByConsumers, 'is not run by npm run test:consumers'),
  workflow: runWorkflow,
  image: (block) => unaccounted(block, (command) => packagingTest.includes(`'${command}'`), 'is not named in test/packaging'),
};

try {
  for (const document of documents) {
    await makeRoom(document);
    for (const block of readBlocks(await read(document))) {
      if (interrupted.aborted) throw new Error(`Interrupted: the rest of ${document} was not carried out.`);
      report(document, block, await proofs[block.role](block));
    }
  }
} finally {
  await server.stop();
  await rm(workplace, { recursive: true, force: true });
}
console.log(`Documents: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function requireTools(names) {
  const missing = names.filter((name) => spawnSync(name, ['version'], { stdio: 'ignore' }).error !== undefined);
  if (missing.length === 0) return;
  console.error(`Not installed: ${missing.join(', ')}. Nothing was carried out.`);
  process.exit(1);
}

function report(document, { line, role, language, text }, problems) {
  const [first = ''] = text.split('\n');
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${document}:${line} (${role}, ${language}) ${first}`);
  for (const problem of problems) console.log(`     ${problem.trimEnd().replaceAll('\n', '\n     ')}`);
  if (problems.length === 0) passed += 1;
  else failed += 1;
}

/** A directory as a reader of the document has it: with the package in it, and the modules of IBM's Go clients. */
async function makeRoom(document) {
  environment = initial;
  directory = path.join(workplace, path.basename(document, '.md'));
  await mkdir(path.join(directory, 'node_modules/.bin'), { recursive: true });
  await symlink(root, path.join(directory, 'node_modules/iks-emulator'));
  const command = `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, manifest.bin['iks-emulator'])}' "$@"\n`;
  await writeFile(path.join(directory, 'node_modules/.bin/iks-emulator'), command, { mode: 0o755 });
  for (const name of ['go.mod', 'go.sum']) await cp(path.join(root, 'test/clients/go', name), path.join(directory, name));
}

async function runInBash({ text, answer }) {
  const environmentFile = path.join(directory, '.environment');
  const script = `set -euo pipefail\n${text.replaceAll(USUAL_URL, server.url)}\nenv -0 > '${environmentFile}'\n`;
  const { code, output, complaints } = await runProgram('bash', ['-c', script], { cwd: directory, env: environment });
  if (code !== 0) return [`it ended with ${code}: ${output}${complaints}`];
  environment = Object.fromEntries((await readFile(environmentFile, 'utf8')).split('\0').filter(Boolean).map(splitPair));
  return answer === undefined ? [] : answerDifferences(answer, output);
}

function splitPair(line) {
  const end = line.indexOf('=');
  return [line.slice(0, end), line.slice(end + 1)];
}

/** A file is kept for the commands after it; a Go program is run. */
async function runFile({ text, file, language, answer }) {
  const name = path.join(directory, file);
  await writeFile(name, text.replaceAll(USUAL_URL, server.url));
  if (language !== 'go' || name.endsWith('_test.go')) return [];
  const { code, output, complaints } = await runProgram('go', ['run', name], { cwd: directory, env: environment });
  if (code !== 0) return [`it ended with ${code}: ${output}${complaints}`];
  return answer === undefined ? [] : answerDifferences(answer, output);
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

async function compareFile({ file, text }) {
  const found = await read(`test/consumers/${file}`).catch(() => undefined);
  return found === text ? [] : [`this is not what test/consumers/${file} holds`];
}

/** The commands of a GitHub workflow, but for what sets up the machine. */
async function runWorkflow({ text, ...block }) {
  const problems = [];
  for (const { steps } of Object.values(parse(text).jobs)) {
    for (const command of steps.map(({ run: line }) => line).filter((line) => line !== undefined && line !== 'npm ci')) {
      problems.push(...(await runInBash({ ...block, text: command })));
    }
  }
  return problems;
}

/** What the projects of test/consumers stand on, and what runs them. */
async function readConsumers() {
  const { devDependencies } = JSON.parse(await read('test/consumers/package.json'));
  const projects = (await readdir(path.join(root, 'test/consumers'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const manifests = await Promise.all(projects.map(({ name }) => read(`test/consumers/${name}/package.json`)));
  return { packages: Object.keys(devDependencies), commands: manifests.map((text) => JSON.parse(text).scripts.test) };
}

function isRunByConsumers(command) {
  const [, installed] = /^npm install --save-dev \S+\/iks-emulator-[\d.]+\.tgz ?(.*)$/.exec(command) ?? [];
  if (installed !== undefined) return installed.split(' ').filter(Boolean).every((name) => consumers.packages.includes(name));
  return command === 'npm test' || consumers.commands.includes(command.replace(/^npx /, ''));
}

function unaccounted(block, isAccounted, complaint) {
  const commands = commandsOf(block).flatMap((line) => line.split(' && '));
  return commands.filter((command) => !isAccounted(command)).map((command) => `${command} ${complaint}`);
}

/** `npm start` is how the server of this walk was started. */
function isRunByCi(command) {
  return command === 'npm start' || ci.split(/\b(?:step|beside) |;| \|\| true| &$/m).includes(command);
}
