/**
 * Changes rules, lifecycles and address arithmetic in one small way after another, and runs the unit tests with each
 * change. Fails where too few changes are noticed, and where one that survives has no reason in
 * mutation/survivors.json. Writes docs/mutation.json, which `npm run parity` takes into the ledger, unless some groups
 * alone are named.
 */
import '../test/support/typescript.mjs';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestInputs, findForgotten, findMutated, groups } from '../mutation/targets.mjs';
import { root } from './root.mjs';

const { judgeMutation, MutationReport } = await import('../src/parity/mutation.ts');

const run = (command, args, env = {}) => execFileSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
const readJson = async (name) => JSON.parse(await readFile(path.join(root, name), 'utf8'));

const named = process.argv.slice(2);
const unknown = named.filter((group) => !groups.includes(group));
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}. There are: ${groups.join(', ')}.`);
  process.exit(1);
}

const inputs = await digestInputs();
run('npm', ['ci', '--prefix', 'mutation', '--ignore-scripts', '--no-audit', '--no-fund']);
const files = {};
for (const group of named.length === 0 ? groups : named) {
  run('node', ['mutation/node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'mutation/stryker.config.mjs'], { MUTATION_GROUP: group });
  const report = MutationReport.parse(await readJson(`coverage/mutation/${group}/report.json`));
  // A report goes on to have files that were taken out of their group.
  for (const file of await findMutated(group)) files[file] = report.files[file];
}

const reasons = (await readJson('mutation/survivors.json')).filter(({ file }) => named.length === 0 || Object.hasOwn(files, file));
const { check, problems } = judgeMutation({ files }, reasons);
problems.push(...(await findForgotten()).map((file) => `${file} is in no group of mutation/targets.mjs.`));
if (named.length === 0) await writeFile(path.join(root, 'docs/mutation.json'), `${JSON.stringify({ ...check, inputs }, null, 1)}\n`);

console.log(`The tests noticed ${check.score} percent of the changes; ${check.survivors.length} survived.`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
