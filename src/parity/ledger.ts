import { type OperationId, operations } from '../operations/catalogue.js';
import { ambiguities } from './ambiguities.js';
import { decisions } from './decisions.js';
import { type Claims, claimsOf, type PassedTest } from './evidence.js';
import type { Decision } from './rule.js';
import { sections } from './rules/index.js';
import type { Count, DatedMutationCheck, Ledger, OperationRow, RuleRow, Status } from './schemas.js';
import { sources } from './sources.js';

/** What a build has shown. */
export interface Facts {
  /** Ids of the operations that have a route. */
  readonly served: ReadonlySet<string>;
  readonly tests: readonly PassedTest[];
  /** The calls of official clients that got a good answer, by operation. */
  readonly clients: Readonly<Record<string, OperationRow['clients']>>;
  /** Undefined before the first check. */
  readonly mutation: DatedMutationCheck | undefined;
}

interface Made {
  readonly ledger: Ledger;
  /** Claims without a proof, and proofs of nothing that is claimed. */
  readonly problems: readonly string[];
}

type Evidence = readonly (PassedTest & { readonly claims: Claims })[];

const ruleIds = Object.values(sections).flatMap((rules) => Object.keys(rules));

/** Sets what is claimed against what was shown. Rows come in the order of the catalogue and of the rules' numbers. */
export function makeLedger({ served, tests, clients, mutation }: Facts): Made {
  const evidence = tests.map((test) => ({ ...test, claims: claimsOf(test) }));
  const operationRows = Object.keys(operations).map((id) => describeOperation(id as OperationId, { isServed: served.has(id), evidence, clients: clients[id] ?? [] }));
  const ruleRows = Object.entries(sections)
    .flatMap(([section, rules]) => Object.entries(rules).map(([id, rule]) => ({ id, section, rule, tests: evidence.filter(({ claims }) => claims.ids.includes(id)) })))
    .map(({ id, section, rule: { says, assumed, from, decided }, tests: ofRule }): RuleRow => ({
      id,
      section,
      says,
      ...judge(decided, ofRule),
      ...(assumed !== undefined && { assumed }),
      sources: from.map((source) => sources[source]),
      tests: groupByFile(ofRule),
    }))
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const rows = [...operationRows, ...ruleRows];
  return {
    ledger: {
      summary: { operations: count(operationRows), tier1: count(operationRows.filter(({ tier }) => tier === 1)), rules: count(ruleRows) },
      operations: operationRows,
      rules: ruleRows,
      mutation,
    },
    problems: [...rows.flatMap(judgeTests), ...operationRows.flatMap((row) => judgeAmbiguities(row, evidence)), ...evidence.flatMap(findUnknownIds)],
  };
}

function describeOperation(
  id: OperationId,
  { isServed, evidence, clients }: { readonly isServed: boolean; readonly evidence: Evidence; readonly clients: OperationRow['clients'] },
): OperationRow {
  const { method, path, group, tier } = operations[id];
  const tests = evidence.filter(({ claims }) => claims.operations.includes(id));
  return {
    id,
    method,
    path,
    group,
    tier,
    ...(isServed ? judge(decisions[id], tests) : { status: 'not built' }),
    ambiguities: Object.entries(ambiguities).filter(([, { operations: concerned }]) => concerned.includes(id)).map(([ambiguity]) => ambiguity),
    clients,
    tests: groupByFile(tests),
  };
}

/** What is claimed holds where a test says so, too. */
function judge(decision: Decision | undefined, tests: readonly PassedTest[]): { status: Status; reason?: string } {
  if (decision?.status !== 'not built' && tests.length === 0) return { ...decision, status: 'not proven' };
  return decision ?? { status: 'proven' };
}

/** By file, in the order of the alphabet, which no order of a run can change. */
function groupByFile(tests: readonly PassedTest[]): RuleRow['tests'] {
  const files = [...new Set(tests.map(({ file }) => file))].sort();
  return files.map((file) => ({
    file,
    names: [...new Set(tests.filter((test) => test.file === file).map(({ titles }) => titles.join(' › ')))].sort(),
  }));
}

function count(rows: readonly { readonly status: Status }[]): Count {
  const of = (status: Status): number => rows.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    proven: of('proven'),
    partly: of('partly'),
    'differs on purpose': of('differs on purpose'),
    'not built': of('not built'),
    'not proven': of('not proven'),
  };
}

function judgeTests({ id, status, tests: [first] }: OperationRow | RuleRow): string[] {
  if (status === 'not built' && first !== undefined) return [`${id} is said not to be built, and ${first.file} tests it.`];
  return status === 'not proven' ? [`${id} is not said to be missing, and no test that passed carries it.`] : [];
}

/** An operation that is served proves each of its ambiguities. */
function judgeAmbiguities({ id, status, ambiguities: open }: OperationRow, evidence: Evidence): string[] {
  if (status === 'not built') return [];
  const proven = evidence.filter(({ claims }) => claims.operations.includes(id as OperationId)).flatMap(({ claims }) => claims.ids);
  return open.filter((ambiguity) => !proven.includes(ambiguity)).map((ambiguity) => `No test of ${id} that passed carries ${ambiguity}.`);
}

/** A list of ids as tests carry it, such as `(R52, A7)`. Numbers inside of a range may be gaps; those that are written out may not. */
const LIST = /\((?:[RA]\d+(?:, | to )?)+\)/g;

function findUnknownIds({ file, titles }: Evidence[number]): string[] {
  const name = titles.join(' › ');
  const written = (name.match(LIST) ?? []).flatMap((list) => list.match(/[RA]\d+/g) ?? []);
  return written
    .filter((id) => !ruleIds.includes(id) && !Object.hasOwn(ambiguities, id))
    .map((id) => `${file} carries ${id}, which there is not: ${name}`);
}
