import { PlatformError } from '../../domains/platform/errors.js';
import { IksError } from '../../errors/iks-error.js';
import type { Path, Problem, Source } from '../../operations/yaml-source.js';

/** Why a seed that is well-formed cannot be carried out, and which part of it is to blame. */
export class SeedProblem extends Error {
  override readonly name = 'SeedProblem';

  constructor(
    readonly path: Path,
    message: string,
  ) {
    super(message);
  }

  /** The same with the line and column of what is to blame. */
  in(source: Source): Problem {
    return source.problem(this.path, `${this.path.map(String).join('.')}: ${this.message}`);
  }
}

/**
 * Does what a part of a seed asks for.
 * @throws SeedProblem in place of every refusal
 */
export async function blame<Result>(path: Path, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IksError || error instanceof PlatformError) throw new SeedProblem(path, error.message.replace(/\.$/, ''));
    throw error;
  }
}
