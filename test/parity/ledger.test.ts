import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { operations } from '../../src/operations/catalogue.js';
import { ambiguities } from '../../src/parity/ambiguities.js';
import { differencesOf } from '../../src/parity/differences.js';
import { makeLedger } from '../../src/parity/ledger.js';
import { printLedger } from '../../src/parity/markdown.js';
import { sections } from '../../src/parity/rules/index.js';
import { Ledger } from '../../src/parity/schemas.js';
import { sources } from '../../src/parity/sources.js';

const rules = Object.values(sections).flatMap((section) => Object.entries(section));
const committed = Ledger.parse(JSON.parse(await readFile(new URL('../../docs/parity.json', import.meta.url), 'utf8')));

/** The tests of the committed ledger: its evidence, as a run would leave it. */
const passed = [...committed.operations, ...committed.rules].flatMap(({ tests }) =>
  tests.flatMap(({ file, names }) => names.map((name) => ({ file, titles: name.split(' › ') }))),
);
const clients = Object.fromEntries(committed.operations.map((row) => [row.id, row.clients]));
const served = new Set(committed.operations.filter(({ status }) => status !== 'not built').map(({ id }) => id));
const { mutation } = committed;
const carrying = (id: string) => (titles: readonly string[]) => new RegExp(String.raw`\b${id}\b`).test(titles.join(' '));

describe('the rules', () => {
  test('have numbers of their own, up to 303', () => {
    const ids = rules.map(([id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(224);
    expect(ids.map((id) => Number(id.slice(1))).filter((number) => !(number >= 1 && number <= 303))).toEqual([]);
  });

  test('rest on a source each or are assumed, and every source is rested on', () => {
    expect(rules.filter(([, { from, assumed }]) => from.length === 0 && assumed === undefined)).toEqual([]);
    expect(new Set(rules.flatMap(([, { from }]) => from))).toEqual(new Set(Object.keys(sources)));
  });
});

test('all 24 ambiguities are there', () => {
  expect(Object.keys(ambiguities)).toEqual(Array.from({ length: 24 }, (_, index) => `A${index + 1}`));
});

describe('the ledger', () => {
  const whole = makeLedger({ served, tests: passed, clients, mutation });

  test('has a row for each operation and rule, and no claim without a proof', () => {
    expect(whole.problems).toEqual([]);
    expect(whole.ledger.operations.map(({ id }) => id)).toEqual(Object.keys(operations));
    expect(whole.ledger.rules.map(({ id }) => id)).toEqual(rules.map(([id]) => id).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))));
  });

  test('is the committed one, whatever the order in which tests ran', () => {
    expect(makeLedger({ served, tests: [...passed].reverse(), clients, mutation }).ledger).toEqual(committed);
    expect(whole.ledger).toEqual(committed);
  });

  test('proves nothing of a rule whose tests are gone, and says which', () => {
    const { ledger, problems } = makeLedger({ served, tests: passed.filter(({ titles }) => !carrying('R52')(titles)), clients, mutation });
    expect(problems).toContain('R52 is not said to be missing, and no test that passed carries it.');
    expect(ledger.rules.find(({ id }) => id === 'R52')).toMatchObject({ status: 'not proven', tests: [] });
    expect(ledger.summary.rules['not proven']).toBe(1);
    expect(differencesOf(committed, ledger).find((text) => text.startsWith('R52: '))).toMatch(/gone or failed is test\/networking\/add-subnet\.test\.ts "/);
  });

  test('proves nothing of an operation whose tests are gone, and says which', () => {
    const { problems } = makeLedger({ served, tests: passed.filter(({ titles }) => titles[0] !== 'getRegions'), clients, mutation });
    expect(problems).toEqual(['getRegions is not said to be missing, and no test that passed carries it.']);
  });

  test('asks each operation that is served for its ambiguities', () => {
    const { problems } = makeLedger({ served, tests: passed.filter(({ titles }) => !carrying('A13')(titles)), clients, mutation });
    expect(problems).toEqual(['No test of enableALB that passed carries A13.']);
  });

  test('takes no test for what is said not to be built, and no id that there is not', () => {
    const [one, other] = ['pods are counted (R218)', 'nothing (R304)'].map((title) => ({ file: 'test/x.test.ts', titles: [title] }));
    const { problems } = makeLedger({ served, tests: [...passed, ...[one, other].filter((given) => given !== undefined)], clients, mutation });
    expect(problems).toEqual([
      'R218 is said not to be built, and test/x.test.ts tests it.',
      'test/x.test.ts carries R304, which there is not: nothing (R304)',
    ]);
  });

  test('loses an operation that is served no more', () => {
    const { ledger } = makeLedger({ served: new Set([...served].filter((id) => id !== 'getRegions')), tests: passed, clients, mutation });
    expect(differencesOf(committed, ledger)).toEqual(['getRegions: status was "proven" and is "not built".']);
  });
});

test('the page for people has a row for each operation and rule, in lines that are whole', () => {
  const lines = printLedger(committed).split('\n');
  for (const { id } of [...committed.operations, ...committed.rules]) {
    expect(lines.filter((line) => line.startsWith(`| <a id="${id}"></a>`))).toHaveLength(1);
  }
  expect(lines.filter((line) => line.startsWith('| ') && !line.endsWith(' |'))).toEqual([]);
});
