/**
 * Says of each operation for classic clusters (tier 1) whether it is routed, and how often IBM's Go clients called it
 * with success in the last `npm run test:clients`. Exits with 1 when an operation is missing or goes uncalled.
 */
import '../test/support/typescript.mjs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';

const { operations } = await import('../src/operations/catalogue.ts');
const { drawTable, measureCoverage } = await import('../test/client-coverage/coverage.ts');
const { lastRun } = await import('../test/client-coverage/run.ts');

const readJson = async (name) => JSON.parse(await readFile(path.join(root, name), 'utf8'));

const run = await lastRun();
if (run === undefined) {
  console.error('There is no recorded run of the client tests. Run `npm run test:clients` first, without IKS_EMULATOR_URL.');
  process.exit(1);
}

const { paths } = await readJson('openapi/openapi.json');
const routed = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
const { rows, totals, problems } = measureCoverage({
  operations: Object.entries(operations).filter(([, { tier }]) => tier === 1).map(([id]) => id),
  routed: new Set(routed),
  officialCalls: await readJson('test/clients/official-calls.json'),
  answers: run.answers,
});
if (!run.passed) problems.unshift('The client tests failed.');

console.log(`${drawTable(rows)}\n\nClient tests of ${run.finishedAt}\n${totals.join('\n')}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
