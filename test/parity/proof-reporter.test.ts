import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ProofReporter from '../support/proof-reporter.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
let directory: string;
let target: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'proofs-'));
  target = path.join(directory, 'proofs.json');
});
afterAll(() => rm(directory, { recursive: true }));

const one = { ancestorTitles: ['getRegions'], title: '200: all', status: 'passed' };
const failed = { ancestorTitles: [], title: 'R52: nothing', status: 'failed' };

/** The results of a run of these files, each of which has one test that passed and one that failed. */
async function resultsOf(takes: (file: string) => boolean) {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.test.ts') && takes(name));
  const testResults = files.map((file) => ({ testFilePath: path.join(folder, file), testResults: [one, failed] }));
  return { testResults, startTime: 0, wasInterrupted: false };
}

test('a run of some files, of some tests, or one that was broken off leaves no record', async () => {
  const whole = await resultsOf(() => true);
  await new ProofReporter({}, { target }).onRunComplete(undefined, await resultsOf((file) => file.startsWith('catalog')));
  await new ProofReporter({ testNamePattern: 'R52' }, { target }).onRunComplete(undefined, whole);
  await new ProofReporter({}, { target }).onRunComplete(undefined, { ...whole, wasInterrupted: true });
  expect(await readdir(directory)).toEqual([]);
});

test('a whole run leaves what passed, and nothing of what failed', async () => {
  const whole = await resultsOf(() => true);
  await new ProofReporter({}, { target }).onRunComplete(undefined, whole);
  const { files, tests } = JSON.parse(await readFile(target, 'utf8')) as { files: string[]; tests: { file: string; titles: string[] }[] };
  expect(files).toHaveLength(whole.testResults.length);
  expect(tests).toHaveLength(whole.testResults.length);
  expect(tests).toContainEqual({ file: 'test/catalog/get-regions.test.ts', titles: ['getRegions', '200: all'] });
});
