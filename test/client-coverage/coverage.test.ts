import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { operations } from '../../src/operations/catalogue.js';
import { type Answers, countAnswer } from './clients.js';
import { drawTable, measureCoverage, type OfficialCalls } from './coverage.js';

const BLUEMIX = 'Bluemix-go SDK 0.1 / linux ';
const SDK = 'go-sdk-template-0.0.1 (arch=amd64; os=linux; go.version=go1.26.8)';
const SDK_TOKENS = 'ibm-go-sdk-core/iam-authenticator-5.25.3 (arch=amd64; os=linux; go.version=go1.26.8)';

/** What a client was answered, as the log has it. */
function answersOf(...calls: readonly (readonly [operationId: string | undefined, userAgent: string | undefined, status: number])[]): Answers {
  const answers: Answers = {};
  for (const [operationId, userAgent, statusCode] of calls) {
    countAnswer(answers, { ...(operationId !== undefined && { operationId }), ...(userAgent !== undefined && { userAgent }), res: { statusCode } });
  }
  return answers;
}

/** As many operations as must be called at least, each called once. */
const many = Array.from({ length: 95 }, (_, index) => `operation${index}`);
const manyCalls: OfficialCalls = Object.fromEntries(many.map((id) => [id, { sdk: [id] }]));
const manyAnswers = answersOf(...many.map((id) => [id, SDK, 200] as const));

describe('what is counted of the log', () => {
  test('clients are told apart by User-Agent, answers by status', () => {
    const answers = answersOf(['getClusters', BLUEMIX, 200], ['getClusters', SDK, 200], ['getClusters', SDK, 200], ['getClusters', SDK, 401], ['iamToken', SDK_TOKENS, 200]);
    expect(answers).toEqual({ getClusters: { bluemix: { 200: 1 }, sdk: { 200: 2, 401: 1 } }, iamToken: { sdk: { 200: 1 } } });
  });

  test('other callers do not count, nor what is no operation or no answer', () => {
    expect(answersOf(['getClusters', 'Go-http-client/1.1', 200], ['getClusters', undefined, 200], [undefined, SDK, 404])).toEqual({});
    expect(answersOf(['getClusters', 'not a Bluemix-go SDK 0.1', 200])).toEqual({});
    const answers: Answers = {};
    countAnswer(answers, { operationId: 'getClusters', userAgent: SDK });
    expect(answers).toEqual({});
  });
});

describe('the coverage is good', () => {
  test('when every operation is routed and was called by a client that can', () => {
    const { totals, problems } = measureCoverage({
      operations: [...many, 'unreachable'],
      routed: new Set([...many, 'unreachable']),
      officialCalls: { ...manyCalls, operation0: { sdk: ['A'], bluemix: ['B'] } },
      answers: manyAnswers,
    });
    expect(problems).toEqual([]);
    expect(totals).toEqual([
      'bluemix-go: 0 called of 1 that it can call',
      'container-services-go-sdk: 95 called of 95 that it can call',
      '96 of 96 tier-1 operations routed; 95 called by an official client (of 95 that one can call)',
    ]);
  });

  test('when what refuses everybody was refused', () => {
    const ids = [...many, 'addClusterWorkers'];
    const answers = { ...manyAnswers, ...answersOf(['addClusterWorkers', BLUEMIX, 400]) };
    const officialCalls = { ...manyCalls, addClusterWorkers: { bluemix: ['Add'] } };
    expect(measureCoverage({ operations: ids, routed: new Set(ids), officialCalls, answers }).problems).toEqual([]);
  });
});

describe('the coverage is not good', () => {
  const facts = { operations: many, routed: new Set(many), officialCalls: manyCalls, answers: manyAnswers };
  const without = (id: string): Answers => Object.fromEntries(Object.entries(manyAnswers).filter(([key]) => key !== id));

  test('when an operation is not routed', () => {
    expect(measureCoverage({ ...facts, routed: new Set(many.slice(1)) }).problems).toEqual(['operation0 is not routed.']);
  });

  test('when an operation was not called, or only refused, or called by another client than can', () => {
    for (const answers of [answersOf(['operation7', SDK, 404]), answersOf(['operation7', BLUEMIX, 200]), {}]) {
      const { problems } = measureCoverage({ ...facts, answers: { ...without('operation7'), ...answers } });
      expect(problems).toEqual(['operation7 was called by no client.', 'Fewer than 95 operations were called.']);
    }
  });

  test('when the calls of the clients name an operation that is none', () => {
    const officialCalls = { ...manyCalls, misspelt: { sdk: ['X'] } };
    expect(measureCoverage({ ...facts, officialCalls }).problems).toEqual(['misspelt is no operation to be covered.']);
  });
});

test('the table says who can call what, and how that went', () => {
  const { rows } = measureCoverage({
    operations: ['getClusters', 'getRBACStatus', 'createALB'],
    routed: new Set(['getClusters', 'getRBACStatus']),
    officialCalls: { getClusters: { bluemix: ['List'], sdk: ['GetClusters'] }, createALB: { bluemix: ['CreateALB'], sdk: ['CreateALB'] } },
    answers: answersOf(['getClusters', SDK, 200], ['getClusters', SDK, 200], ['getClusters', BLUEMIX, 200], ['createALB', BLUEMIX, 404]),
  });
  expect(drawTable(rows).split('\n')).toEqual([
    'operation      routed  bluemix-go  container-services-go-sdk',
    'getClusters    yes     1           2',
    'getRBACStatus  yes     -           -',
    'createALB      NO      refused     NOT CALLED',
  ]);
});

test('official-calls.json has every tier-1 operation, and no other', async () => {
  const officialCalls = JSON.parse(await readFile(new URL('../clients/official-calls.json', import.meta.url), 'utf8')) as OfficialCalls;
  const tier1 = Object.entries(operations).filter(([, { tier }]) => tier === 1).map(([id]) => id);
  expect(Object.keys(officialCalls).sort()).toEqual(tier1.sort());
});
