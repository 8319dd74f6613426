import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type OperationId, operations } from '../../src/operations/catalogue.js';
import { startEmulator } from '../support/emulator.js';
import { type Document, operationsOf } from './document.js';

/**
 * An operation's test file is the one with `describe('<operationId> …` at its top level, and a test's name
 * tells the statuses that it sees: `204: …`, `400 E0023: …`. What a file has outside of the describes of
 * operations is shared by all that it declares, such as the cases of the v1 and the v2 form of one action.
 */
interface TestFile {
  readonly name: string;
  readonly declared: readonly string[];
  /** The names of the tests that are about an operation of this file. */
  readonly testsOf: (operationId: string) => readonly string[];
}

const emulator = await startEmulator();
const document = (await emulator.call({ method: 'GET', url: '/openapi.json' })).body as Document;
const documented = new Map(operationsOf(document).map((operation) => [operation.operationId, operation]));
const tierOne = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].tier === 1);

/** What an operation may refuse for reasons that are no business of its own; test/input and test/security prove these. */
const COMMON = [
  'invalidRequest',
  'missingFields',
  'malformedJson',
  'bodyTooLarge',
  'wrongContentType',
  'notAuthenticated',
  'notAuthorized',
  'tooManyRequests',
  'internal',
];

/** What is refused in every state, so that its good answer cannot be seen (R214, R152). */
const NEVER_DONE: readonly string[] = ['addClusterWorkers', 'v2DisablePrivateServiceEndpoint'] satisfies OperationId[];

const files = await readTestFiles(path.resolve('test'));

async function readTestFiles(root: string): Promise<readonly TestFile[]> {
  const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.test.ts')).sort();
  return Promise.all(names.map(async (name) => readTests(name, await readFile(path.join(root, name), 'utf8'))));
}

function readTests(name: string, text: string): TestFile {
  const blocks = text.split(/^(?=describe\()/m).flatMap((part) => {
    const [, operationId] = /^describe\('(\w+)\b/.exec(part) ?? [];
    const end = part.search(/^\}.*;$/m);
    const closed = end === -1 ? part.indexOf('\n') : end;
    return operationId !== undefined && operationId in operations
      ? [{ operationId, text: part.slice(0, closed) }, { text: part.slice(closed) }]
      : [{ text: part }];
  });
  return {
    name,
    declared: [...new Set(blocks.flatMap(({ operationId }) => operationId ?? []))],
    testsOf: (id) => blocks.filter(({ operationId = id }) => operationId === id).flatMap((block) => namesOfTests(block.text)),
  };
}

const namesOfTests = (text: string): string[] =>
  [...text.matchAll(/(?:\btest|\btest\.each\([\s\S]*?\))\(\s*(['"`])(.*?)\1,/g)].map(([, , name = '']) => name);

const statusesIn = (names: readonly string[]): string[] => names.flatMap((name) => name.match(/\b[245]\d\d\b(?=:| [A-Z]\w{4}:|,|\.| or | and | while | for )/g) ?? []);

/** The good status, and those of the refusals that are the operation's own. */
function statusesToProve(id: OperationId): string[] {
  const responses = Object.entries(documented.get(id)?.responses ?? {});
  return responses
    .filter(([status, { description }]) => {
      const keys = [...description.matchAll(/\((\w+)\)/g)].map(([, key = '']) => key);
      return (status.startsWith('2') && !NEVER_DONE.includes(id)) || status === '4XX' || keys.some((key) => !COMMON.includes(key));
    })
    .map(([status]) => status);
}

describe('every operation of classic clusters has a test file of its own, with its statuses:', () => {
  test('there are 111, and all are documented', () => {
    expect(tierOne).toHaveLength(111);
    expect(tierOne.filter((id) => !documented.has(id))).toEqual([]);
  });

  test.each(tierOne)('%s', (id) => {
    const own = files.filter(({ declared }) => declared.includes(id));
    expect([id, own.length]).not.toEqual([id, 0]);
    const statuses = statusesIn(own.flatMap(({ testsOf }) => testsOf(id)));
    const missing = statusesToProve(id).filter((status) => !statuses.some((proven) => new RegExp(status.replace('XX', '\\d\\d')).test(proven)));
    expect({ files: own.map(({ name }) => name), missing }).toMatchObject({ missing: [] });
  });
});
