import { isDeepStrictEqual } from 'node:util';
import type { Ledger, OperationRow, RuleRow } from './schemas.js';

type Row = OperationRow | RuleRow;

/** What a build shows otherwise than the committed ledger, one sentence for each row. */
export function differencesOf(committed: Ledger, shown: Ledger): string[] {
  const [before, now] = [rowsOf(committed), rowsOf(shown)];
  const ids = [...new Set([...before.keys(), ...now.keys()])];
  return ids.flatMap((id) => {
    const difference = describe(before.get(id), now.get(id));
    return difference === undefined ? [] : [`${id}: ${difference}.`];
  });
}

const rowsOf = ({ operations, rules }: Ledger): Map<string, Row> => new Map([...operations, ...rules].map((row) => [row.id, row]));

function describe(before: Row | undefined, now: Row | undefined): string | undefined {
  if (before === undefined || now === undefined) return before === undefined ? 'the ledger has no such row' : 'there is no such row any more';
  if (isDeepStrictEqual(before, now)) return undefined;
  const [fieldsBefore, fieldsNow] = [fieldsOf(before), fieldsOf(now)];
  const fields = [...new Set([...fieldsBefore.keys(), ...fieldsNow.keys()])].filter((field) => fieldsBefore.get(field) !== fieldsNow.get(field));
  const [testsBefore, testsNow] = [testsOf(before), testsOf(now)];
  return [
    ...fields.map((field) => `${field} was ${fieldsBefore.get(field) ?? 'absent'} and is ${fieldsNow.get(field) ?? 'absent'}`),
    ...testsBefore.filter((test) => !testsNow.includes(test)).map((test) => `gone or failed is ${test}`),
    ...testsNow.filter((test) => !testsBefore.includes(test)).map((test) => `new is ${test}`),
  ].join('; ');
}

/** All but the tests, as JSON. */
const fieldsOf = (row: Row): Map<string, string> =>
  new Map(Object.entries(row).filter(([field]) => field !== 'tests').map(([field, value]) => [field, JSON.stringify(value)]));

const testsOf = ({ tests }: Row): string[] => tests.flatMap(({ file, names }) => names.map((name) => `${file} "${name}"`));
