import { z } from 'zod';
import type { MutationCheck } from './schemas.js';

const Position = z.object({ line: z.int(), column: z.int() });

/** What is read here of a report in the form that tools for mutation checks share. Lines and columns count from 1. */
export const MutationReport = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({ status: z.string(), replacement: z.string().default(''), location: z.object({ start: Position, end: Position }) }),
      ),
    }),
  ),
});

/** Why a change that no unit test notices may stay unnoticed. */
export interface Reason {
  readonly file: string;
  readonly changes: readonly string[];
  readonly reason: string;
}

type Report = z.output<typeof MutationReport>;
type Mutant = Report['files'][string]['mutants'][number];
type FileRow = MutationCheck['files'][number];

/** The least share of changes, in percent, that tests must notice. */
export const LEAST_SCORE = 85;
/** How much is shown of a change, of what was there and of what took its place. */
const SHOWN = 90;

/** What a mutation check has shown, and what of it must not be: too low a score, and survivors without a reason. */
export function judgeMutation(report: Report, reasons: readonly Reason[]): { check: MutationCheck; problems: string[] } {
  const files = Object.entries(report.files)
    .map(([file, { mutants }]) => countMutants(file, mutants))
    .filter(({ killed, timedOut, survived, notReached }) => killed + timedOut + survived + notReached > 0)
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const total = (status: 'killed' | 'timedOut' | 'survived' | 'notReached'): number => files.reduce((sum, row) => sum + row[status], 0);
  const counts = { killed: total('killed'), timedOut: total('timedOut'), survived: total('survived'), notReached: total('notReached') };
  const survivors = Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.filter(isUnnoticed).map((mutant) => {
      const change = describeChange(source, mutant);
      return { file, line: mutant.location.start.line, change, reason: reasonFor(reasons, file, change) };
    }),
  );
  const check = { score: scoreOf(counts), ...counts, files, survivors: survivors.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)) };
  return { check, problems: problemsOf(check, reasons) };
}

const isUnnoticed = ({ status }: Mutant): boolean => status === 'Survived' || status === 'NoCoverage';

function countMutants(file: string, mutants: readonly Mutant[]): FileRow {
  const of = (wanted: string): number => mutants.filter(({ status }) => status === wanted).length;
  return { file, killed: of('Killed'), timedOut: of('Timeout'), survived: of('Survived'), notReached: of('NoCoverage') };
}

/** In percent, cut to two places: what does not come back in time was noticed, too. */
function scoreOf({ killed, timedOut, survived, notReached }: Omit<FileRow, 'file'>): number {
  const noticed = killed + timedOut;
  return Math.floor((noticed / (noticed + survived + notReached)) * 10_000) / 100;
}

function describeChange(source: string, { location: { start, end }, replacement }: Mutant): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const original = lines.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined)).join(' ');
  return `${shorten(original)} => ${shorten(replacement)}`;
}

function shorten(code: string): string {
  const text = code.replaceAll(/\s+/g, ' ').trim();
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

const reasonFor = (reasons: readonly Reason[], file: string, change: string): string =>
  reasons.find((one) => one.file === file && one.changes.includes(change))?.reason ?? '';

function problemsOf({ score, survivors }: MutationCheck, reasons: readonly Reason[]): string[] {
  const unnoticed = reasons.flatMap(({ file, changes }) =>
    changes.filter((change) => !survivors.some((one) => one.file === file && one.change === change)).map((change) => `${file} has a reason for a survivor that there is not: ${change}`),
  );
  return [
    ...(score < LEAST_SCORE ? [`Tests notice ${score} percent of the changes; it must be ${LEAST_SCORE} at least.`] : []),
    ...survivors.filter(({ reason }) => reason === '').map(({ file, line, change }) => `${file}:${line} survives without a reason: ${change}`),
    ...unnoticed,
  ];
}
