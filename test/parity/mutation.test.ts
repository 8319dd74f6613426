import { describe, expect, test } from '@jest/globals';
import { judgeMutation, MutationReport } from '../../src/parity/mutation.js';

const source = ['export const isFull = (count: number): boolean =>', '  count >= 5;', ''].join('\n');

/** A change of `>=`, which stands at columns 9 and 10 of line 2. */
const mutant = (status: string, replacement = '>') => ({ status, replacement, location: { start: { line: 2, column: 9 }, end: { line: 2, column: 11 } } });

const reportOf = (...mutants: ReturnType<typeof mutant>[]) => MutationReport.parse({ files: { 'src/full.ts': { source, mutants } } });
const killed = (count: number) => Array.from({ length: count }, () => mutant('Killed'));

const reason = { file: 'src/full.ts', changes: ['>= => >'], reason: 'Nobody comes to exactly five.' };

describe('the score', () => {
  test('is the share of the changes that tests noticed, those among them that never came to an end', () => {
    const { check } = judgeMutation(reportOf(...killed(5), mutant('Timeout'), mutant('Survived'), mutant('NoCoverage')), [reason]);
    expect(check).toMatchObject({ score: 75, killed: 5, timedOut: 1, survived: 1, notReached: 1 });
    expect(check.files).toEqual([{ file: 'src/full.ts', killed: 5, timedOut: 1, survived: 1, notReached: 1 }]);
  });

  test('is cut and not rounded, so that it never says more than is', () => {
    expect(judgeMutation(reportOf(...killed(2), mutant('Survived')), [reason]).check.score).toBe(66.66);
  });

  test('leaves out what was not tried', () => {
    expect(judgeMutation(reportOf(...killed(1), mutant('Ignored'), mutant('CompileError')), []).check).toMatchObject({ score: 100, killed: 1 });
    expect(judgeMutation(MutationReport.parse({ files: { 'src/types.ts': { source: '', mutants: [] } } }), []).check.files).toEqual([]);
  });

  test('is 85 at least', () => {
    expect(judgeMutation(reportOf(...killed(85), ...Array.from({ length: 15 }, () => mutant('Survived'))), [reason]).problems).toEqual([]);
    expect(judgeMutation(reportOf(...killed(84), ...Array.from({ length: 16 }, () => mutant('Survived'))), [reason]).problems).toEqual([
      'Tests notice 84 percent of the changes; it must be 85 at least.',
    ]);
  });
});

describe('a change that survives', () => {
  test('is told with its place and its reason', () => {
    const { check, problems } = judgeMutation(reportOf(...killed(9), mutant('Survived')), [reason]);
    expect(check.survivors).toEqual([{ file: 'src/full.ts', line: 2, change: '>= => >', reason: 'Nobody comes to exactly five.' }]);
    expect(problems).toEqual([]);
  });

  test('has a reason, also where no test comes by', () => {
    expect(judgeMutation(reportOf(...killed(9), mutant('NoCoverage', '<')), [{ ...reason, file: 'src/other.ts', changes: ['>= => <'] }]).problems).toEqual([
      'src/full.ts:2 survives without a reason: >= => <',
      'src/other.ts has a reason for a survivor that there is not: >= => <',
    ]);
  });

  test('has none any more once a test notices it', () => {
    expect(judgeMutation(reportOf(...killed(9)), [reason]).problems).toEqual(['src/full.ts has a reason for a survivor that there is not: >= => >']);
  });

  test('is told in one line, whatever its length', () => {
    const whole = { status: 'Survived', replacement: 'x'.repeat(100), location: { start: { line: 1, column: 8 }, end: { line: 2, column: 14 } } };
    expect(judgeMutation(reportOf(whole), []).check.survivors[0]?.change).toBe(
      `const isFull = (count: number): boolean => count >= 5; => ${'x'.repeat(90)}…`,
    );
  });
});
