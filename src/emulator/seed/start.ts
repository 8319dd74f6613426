import { readFile } from 'node:fs/promises';
import { StartupError } from '../../errors/startup-error.js';
import { listProblems, type Problem, Source } from '../../operations/yaml-source.js';
import { SeedProblem } from './problem.js';
import { SeedFile } from './schemas.js';
import type { SeededAccount, SeedService } from './service.js';

/**
 * Makes the accounts of a seed file before anybody calls, and tells what became of each.
 * @throws StartupError with a line for each problem, such as `seed.yaml:5:16: …`; then nothing is changed
 */
export async function seedAtStart(service: SeedService, file: string, tell: (line: string) => void): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartupError(`The seed file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const source = Source.read(text);
  if (!(source instanceof Source)) throw refuse(file, source);
  const checked = source.check(SeedFile);
  if ('problems' in checked) throw refuse(file, checked.problems);
  try {
    for (const account of await service.seedFile(checked.value)) tell(describe(account));
  } catch (error) {
    if (!(error instanceof SeedProblem)) throw error;
    throw refuse(file, [error.in(source)]);
  }
}

const refuse = (file: string, problems: readonly Problem[]): StartupError =>
  new StartupError(
    ['The seed file is refused, and nothing was changed.', ...listProblems(problems, ({ line, column, message }) => `${file}:${line}:${column}: ${message}`)].join('\n'),
  );

const describe = ({ name, outcome, clusters }: SeededAccount): string =>
  outcome === 'left alone'
    ? `seed: the account ${name} exists already and is left alone`
    : `seed: the account ${name} was ${outcome}, with ${clusters.length === 1 ? 'one cluster' : `${clusters.length} clusters`}`;
