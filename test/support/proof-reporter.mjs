import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/root.mjs';

const nameOf = (file) => path.relative(root, file).split(path.sep).join('/');

async function allTestFiles() {
  const names = await readdir(path.join(root, 'test'), { recursive: true });
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => nameOf(path.join(root, 'test', name))).sort();
}

/**
 * Keeps which tests passed, for `npm run parity`. A run of some tests alone says nothing about the others: it leaves
 * the record of the last whole run as it is.
 */
export default class ProofReporter {
  constructor({ testNamePattern }, { target = path.join(root, 'coverage/proofs.json') } = {}) {
    this.isFiltered = Boolean(testNamePattern);
    this.target = target;
  }

  async onRunComplete(_contexts, { testResults, startTime, wasInterrupted }) {
    const files = testResults.map(({ testFilePath }) => nameOf(testFilePath)).sort();
    const all = await allTestFiles();
    const isWhole = !wasInterrupted && !this.isFiltered && all.every((file) => files.includes(file));
    if (!isWhole) return;
    const tests = testResults.flatMap(({ testFilePath, testResults: results }) =>
      results
        .filter(({ status }) => status === 'passed')
        .map(({ ancestorTitles, title }) => ({ file: nameOf(testFilePath), titles: [...ancestorTitles, title] })),
    );
    await mkdir(path.dirname(this.target), { recursive: true });
    await writeFile(this.target, `${JSON.stringify({ startedAt: new Date(startTime).toISOString(), files, tests }, null, 1)}\n`);
  }
}
