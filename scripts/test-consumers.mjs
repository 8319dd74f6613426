/**
 * Tries the package as its users get it: packs it, checks what is in the tarball, installs that in a temporary
 * directory and runs the projects of test/consumers against it, each with its own `npm test`. The package must be built.
 */
import { access, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from './root.mjs';
import { runProgram } from './run-program.mjs';

const INSTALL = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel', 'error'];

const consumers = path.join(root, 'test/consumers');
const directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-consumers-'));
let passed = 0;
let failed = 0;

try {
  await access(path.join(root, 'dist/package/index.mjs'));
  const tarball = await pack();
  await attempt('the tarball holds what runs and nothing else', () => checkContents(tarball));
  await attempt('publint finds nothing', () => run(tool('publint'), ['run', '--strict', tarball], root));
  await attempt('its types fit its modules, however they are resolved', () => run(tool('attw'), [tarball, '--no-color'], root));
  const installed = await attempt('it is installed', () => install(tarball));
  if (installed) await tryAll((await readdir(consumers, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name));
} finally {
  await rm(directory, { recursive: true, force: true });
}
console.log(`Consumers: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function pack() {
  const [{ filename }] = JSON.parse(await run('npm', ['pack', '--ignore-scripts', '--json', '--loglevel', 'error', '--pack-destination', directory], root));
  return path.join(directory, filename);
}

async function checkContents(tarball) {
  const names = (await run('tar', ['tzf', tarball], directory)).trim().split('\n').map((name) => name.replace(/^package\//, ''));
  const expected = /^(package\.json|README\.md|LICENSE|dist\/.+\.(js|mjs|cjs|d\.mts|d\.cts)|prisma\/migrations\/\w+\/migration\.sql|prisma\/migrations\/migration_lock\.toml|docs\/parity\.json)$/;
  const strays = names.filter((name) => !expected.test(name));
  if (strays.length > 0) throw new Error(`These do not belong there: ${strays.join(', ')}`);
}

async function install(tarball) {
  const { devDependencies } = JSON.parse(await readFile(path.join(consumers, 'package.json'), 'utf8'));
  const manifest = { private: true, devDependencies: { ...devDependencies, 'iks-emulator': `file:${tarball}` } };
  await cp(consumers, directory, { recursive: true });
  await writeFile(path.join(directory, 'package.json'), JSON.stringify(manifest));
  await run('npm', INSTALL, directory);
}

async function tryAll(projects) {
  const waiting = [...projects];
  const next = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const cwd = path.join(directory, name);
      await attempt(`npm test in test/consumers/${name}`, () => run('npm', ['test', '--silent'], cwd));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
}

async function attempt(what, act) {
  const begun = performance.now();
  const problem = await act().then(() => undefined, (error) => error.message);
  console.log(`${problem === undefined ? 'ok  ' : 'FAIL'} ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  if (problem === undefined) passed += 1;
  else failed += 1;
  if (problem !== undefined) console.log(`     ${problem.trimEnd().replaceAll('\n', '\n     ')}`);
  return problem === undefined;
}

function tool(name) {
  return path.join(root, 'node_modules/.bin', name);
}

/** What a program prints; throws all that it said when it fails. */
async function run(program, args, cwd) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(IKS_|DATABASE_URL$|npm_)/.test(name)));
  const { code, output, complaints } = await runProgram(program, args, { cwd, env });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${output}${complaints}`);
  return output;
}
