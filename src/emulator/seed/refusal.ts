import { refuseRequest } from '../../errors/iks-error.js';
import { printProblems, sourceOf } from '../../operations/yaml-source.js';
import { SeedProblem } from './problem.js';

/**
 * Carries out what was read from a request.
 * @throws IksError invalidRequest that names the line and column of what cannot be
 */
export async function refuseByLine<Result>(seed: object, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SeedProblem)) throw error;
    const source = sourceOf(seed);
    refuseRequest(source === undefined ? error.message : printProblems([error.in(source)]));
  }
}
