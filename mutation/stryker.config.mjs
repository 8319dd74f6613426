import { fileURLToPath } from 'node:url';
import jestConfig from '../jest.config.js';
import { findMutated, findUnitTests, isWhole } from './targets.mjs';

/** One of the groups in targets.mjs. */
const { MUTATION_GROUP: group } = process.env;
const folder = `coverage/mutation/${group}`;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: await findMutated(group),
  testRunner: 'jest',
  plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/jest-runner')), fileURLToPath(new URL('ignore-prose.mjs', import.meta.url))],
  ignorers: ['prose'],
  jest: {
    // With each change the tests that import the changed file by themselves, unless tables are to be tested as a whole.
    enableFindRelatedTests: !isWhole(group),
    config: {
      ...jestConfig,
      testMatch: (await findUnitTests(group)).map((file) => `**/${file}`),
      // Without the server that the other tests share.
      globalSetup: null,
      globalTeardown: null,
      reporters: [],
      watchman: false,
    },
  },
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A guard against hanging, not a claim about speed: machines are shared.
  timeoutMS: 20_000,
  ignorePatterns: ['/*', '!/src', '!/test', '!/package.json', '!/tsconfig.json'],
  tempDirName: `${folder}/sandbox`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `${folder}/report.json` },
  // What did not change since the last check on this machine is not checked anew.
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  warnings: { slow: false },
};
