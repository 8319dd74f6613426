import { ambiguities } from './ambiguities.js';
import { LEAST_SCORE } from './mutation.js';
import type { Count, DatedMutationCheck, Ledger, OperationRow, RuleRow } from './schemas.js';

const HEADER = `# Parity ledger

What the emulator does as the real service does, how that is known, and what it does not do. One row for each operation of the API and for each rule of its behaviour that public sources tell of.

A row says \`proven\` or \`partly\` only if tests carry its id in their names, and ran and passed in the build that this file was made in: \`npm run parity\` makes it, and CI fails where it differs. The same as JSON, with the sources of each rule in full: [parity.json](parity.json), which a running emulator answers at \`GET /_emulator/coverage\`.`;

/** The ledger for people. */
export function printLedger({ summary, operations, rules, mutation }: Ledger): string {
  const groups = [...new Set(operations.map(({ group }) => group))];
  const sections = [...new Set(rules.map(({ section }) => section))];
  return `${[
    HEADER,
    table(['', 'all', 'proven', 'partly', 'differs on purpose', 'not built', 'not proven'], [
      ['operations', ...numbers(summary.operations)],
      ['operations for classic clusters', ...numbers(summary.tier1)],
      ['rules', ...numbers(summary.rules)],
    ]),
    '## Operations',
    'Tier 1 is for classic clusters, tier 2 the rest of the container API, tier 3 hosts, storage and Satellite. What is not built answers 501. Clients are the official Go clients that called the operation with success in this build. The names of the tests are in [parity.json](parity.json).',
    ...groups.flatMap((group) => [`### ${group}`, tableOfOperations(operations.filter((row) => row.group === group))]),
    '## Where clients disagree',
    table(['id', 'about'], Object.entries(ambiguities).map(([id, { says }]) => [id, says])),
    '## Rules',
    ...sections.flatMap((section) => [`### ${section}`, tableOfRules(rules.filter((row) => row.section === section))]),
    ...(mutation === undefined ? [] : describeMutation(mutation)),
  ].join('\n\n')}\n`;
}

const describeMutation = ({ score, killed, timedOut, survived, notReached, files, survivors, changedSince }: DatedMutationCheck): string[] => [
  '## Mutation check',
  `Rules, lifecycles and address arithmetic are changed in one small way after another, such as \`<\` to \`<=\`, and with each change the unit tests run: what they do not notice, they do not prove. In the last check they noticed **${score} percent** of ${killed + timedOut + survived + notReached} changes. \`npm run test:mutation\` checks anew; below ${LEAST_SCORE} percent it fails, and where a change that survives has no reason. Texts that explain a state or a duration are left out.`,
  changedSince.length === 0 ? 'All is as it was checked.' : `Changed since then, or not checked yet: ${changedSince.map((file) => `\`${file}\``).join(', ')}.`,
  table(
    ['file', 'noticed', 'survived', 'not reached'],
    files.map((row) => [linkTo(row.file), String(row.killed + row.timedOut), String(row.survived), String(row.notReached)]),
  ),
  '### What no test notices',
  table(['where', 'change', 'why it stays'], survivors.map(({ file, line, change, reason }) => [`${linkTo(file)}:${line}`, `<code>${escape(change)}</code>`, escape(reason)])),
];

const numbers = ({ total, proven, partly, 'differs on purpose': differs, 'not built': missing, 'not proven': unproven }: Count): string[] =>
  [total, proven, partly, differs, missing, unproven].map(String);

const tableOfOperations = (rows: readonly OperationRow[]): string =>
  table(
    ['operation', 'tier', 'status', 'clients', 'disagreements', 'tests'],
    rows.map(({ id, method, path, tier, status, reason, clients, ambiguities: open, tests }) => [
      `<a id="${id}"></a>\`${id}\`<br>\`${method} ${path}\``,
      String(tier),
      statusCell(status, reason),
      clients.map(({ client, calls }) => `${client}: ${calls.join(', ')}`).join('<br>'),
      open.join(', '),
      tests.map(({ file, names }) => `${names.length} in ${linkTo(file)}`).join('<br>'),
    ]),
  );

const tableOfRules = (rows: readonly RuleRow[]): string =>
  table(
    ['rule', 'statement', 'status', 'sources', 'tests'],
    rows.map(({ id, says, assumed, status, reason, sources, tests }) => [
      `<a id="${id}"></a>${id}`,
      assumed === undefined ? escape(says) : `${escape(says)} *Assumed: ${escape(assumed)}.*`,
      statusCell(status, reason),
      sources.map(escape).join('<br>'),
      testsCell(tests),
    ]),
  );

const statusCell = (status: string, reason?: string): string => (reason === undefined ? status : `${status}: ${escape(reason)}`);

/** All names, folded away below the number of them. */
const testsCell = (tests: RuleRow['tests']): string =>
  tests
    .map(({ file, names }) => `<details><summary>${names.length} in ${linkTo(file)}</summary>${names.map(escape).join('<br>')}</details>`)
    .join('');

const linkTo = (file: string): string => `<a href="../${file}">${file.replace(/^(?:test|src)\//, '')}</a>`;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '&#124;').replaceAll(/\s+/g, ' ');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
