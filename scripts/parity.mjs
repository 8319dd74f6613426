/**
 * Writes docs/parity.json and docs/parity.md from the last whole run of the tests and the last run of the client tests;
 * with --check, fails when the committed files differ. Either way it fails where something is claimed and not proven.
 */
import '../test/support/typescript.mjs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';

const { operations } = await import('../src/operations/catalogue.ts');
const { differencesOf } = await import('../src/parity/differences.ts');
const { makeLedger } = await import('../src/parity/ledger.ts');
const { changedSince } = await import('../mutation/targets.mjs');
const { printLedger } = await import('../src/parity/markdown.ts');
const { Ledger } = await import('../src/parity/schemas.ts');
const { clientIds, clients } = await import('../test/client-coverage/clients.ts');
const { measureCoverage } = await import('../test/client-coverage/coverage.ts');
const { lastRun } = await import('../test/client-coverage/run.ts');

const proofs = await read('coverage/proofs.json');
if (proofs === undefined) fail('There is no record of a whole run of the tests. Run `npm test` first, without naming any.');
const run = await lastRun();
if (run === undefined) fail('There is no recorded run of the client tests. Run `npm run test:clients` first, without IKS_EMULATOR_URL.');

const { paths } = JSON.parse(await read('openapi/openapi.json'));
const served = new Set(Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId)));
const isCheck = process.argv.includes('--check');
const made = makeLedger({ served, tests: JSON.parse(proofs).tests, clients: await callsOfClients(), mutation: await lastMutationCheck() });
const ledger = Ledger.parse(made.ledger);
const files = { 'docs/parity.json': `${JSON.stringify(ledger, null, 1)}\n`, 'docs/parity.md': printLedger(ledger) };
const problems = [...made.problems, ...(isCheck ? await check() : [])];
if (!isCheck) for (const [name, text] of Object.entries(files)) await writeFile(path.join(root, name), text);

const withProof = (rows) => `${rows.filter(({ tests }) => tests.length > 0).length} of ${rows.length}`;
for (const problem of problems) console.error(problem);
console.log(`${withProof(ledger.operations)} operations and ${withProof(ledger.rules)} rules have proof.`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The calls that lead to an operation, by client, where the client got a good answer. */
async function callsOfClients() {
  const officialCalls = JSON.parse(await read('test/clients/official-calls.json'));
  const { rows } = measureCoverage({ operations: Object.keys(operations), routed: served, officialCalls, answers: run.answers });
  return Object.fromEntries(
    rows.map(({ id, calls }) => [
      id,
      clientIds.filter((client) => calls[client]?.good > 0).map((client) => ({ client: clients[client].name, calls: officialCalls[id][client] })),
    ]),
  );
}

/**
 * The committed result with what has changed since. A ledger that is checked keeps what it says of that: rules change
 * every day, the check takes half an hour, and a result that is a little old still tells most.
 */
async function lastMutationCheck() {
  const committed = await read('docs/mutation.json');
  if (committed === undefined) return undefined;
  const { inputs, ...check } = JSON.parse(committed);
  const changed = await changedSince(inputs);
  if (changed.length > 0) console.log(`Changed since the last mutation check, or not checked yet: ${changed.join(', ')}. \`npm run test:mutation\` checks anew.`);
  const said = isCheck ? JSON.parse((await read('docs/parity.json')) ?? '{}').mutation?.changedSince : undefined;
  return { ...check, changedSince: said ?? changed };
}

async function check() {
  const committed = await read('docs/parity.json');
  const differences = committed === undefined ? [] : differencesOf(JSON.parse(committed), ledger);
  const stale = [];
  for (const [name, text] of Object.entries(files)) if ((await read(name)) !== text) stale.push(name);
  if (stale.length === 0) return [];
  return [...differences, `${stale.join(' and ')} must be made anew: run \`npm run parity\` after \`npm test\` and \`npm run test:clients\`.`];
}

/** Undefined where there is no such file. */
async function read(name) {
  try {
    return await readFile(path.join(root, name), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function fail(problem) {
  console.error(problem);
  process.exit(1);
}
