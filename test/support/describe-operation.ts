import { describe, expect, test } from '@jest/globals';
import { type ErrorKey, errorCatalogue } from '../../src/errors/catalogue.js';
import type { OperationId } from '../../src/operations/catalogue.js';
import type { Operation } from './contract.js';
import type { Emulator } from './emulator.js';

/** What any operation may answer before it is reached: test/input, test/quotas and test/security prove these. */
const SHARED: readonly ErrorKey[] = [
  'notAuthenticated',
  'notAuthorized',
  'tooManyRequests',
  'malformedJson',
  'bodyTooLarge',
  'wrongContentType',
  'internal',
];
/** Operations that the real API has and that are refused for every cluster here (R152, R214). */
const NEVER_DONE: readonly OperationId[] = ['addClusterWorkers', 'v2DisablePrivateServiceEndpoint'];

/** The headers that every operation of an account reads. */
const OF_ALL: readonly string[] = ['x-auth-resource-group', 'x-region'];

const OF_WRONG_INPUT: readonly ErrorKey[] = ['missingFields', 'invalidRequest'];

/**
 * The tests of an operation, or of several that are one under different paths; a file has one such block, which
 * test/surface/operation-tests.test.ts asks of every operation that is served. Its last test fails if the file has
 * not seen each of them answer with its good status and with every refusal that is documented for it alone.
 */
export function describeOperation(emulator: Emulator, ids: OperationId | readonly OperationId[], tests: () => void): void {
  const all = [ids].flat();
  describe(all.join(', '), () => {
    tests();

    test.each(all.map((id) => [id, documentedAnswers(id, emulator.contract.operation(id))] as const))('%s has answered %j', (id, documented) => {
      const seen = emulator.answersOf(id);
      expect(documented.filter((answer) => !answer.split(' or ').some((one) => seen.has(one)))).toEqual([]);
    });
  });
}

function documentedAnswers(id: OperationId, { responses, parameters = [], requestBody }: Operation): string[] {
  const good = Object.keys(responses).filter((status) => status.startsWith('2') && !NEVER_DONE.includes(id));
  const keys = Object.values(responses).flatMap(({ description }) => [...description.matchAll(/\((\w+)\)/g)].map(([, key]) => key as ErrorKey));
  const own = keys.filter((key) => !SHARED.includes(key) && !OF_WRONG_INPUT.includes(key));
  // A path and the headers of all operations can hardly be wrong: texts that no text can be are proven in test/input.
  const takesLittle = requestBody === undefined && parameters.every((one) => one.in === 'path' || OF_ALL.includes(one.name));
  const wrongInput = OF_WRONG_INPUT.filter((key) => keys.includes(key) && !takesLittle).map((key) => errorCatalogue[key].code);
  return [...good, ...(wrongInput.length === 0 ? [] : [wrongInput.join(' or ')]), ...own.map((key) => errorCatalogue[key].code)];
}
