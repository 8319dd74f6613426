import { type ErrorKey, errorCatalogue } from './catalogue.js';
import { exampleDetails, type RealErrorKey } from './examples.js';

/** A refusal with an entry in the catalogue. What is thrown anywhere for the caller's eyes is one of these. */
export class IksError extends Error {
  override readonly name = 'IksError';
  readonly statusCode: number;

  private constructor(
    readonly key: ErrorKey,
    description: string,
    /** Somebody asked for it, so that it is nothing to be alarmed about. */
    readonly isDeliberate = false,
  ) {
    super(description);
    this.statusCode = errorCatalogue[key].status;
  }

  /** The refusal `key`, its text filled with the given details. */
  static of<Key extends ErrorKey>(key: Key, ...details: Parameters<(typeof errorCatalogue)[Key]['text']>): IksError {
    const text = errorCatalogue[key].text as (...values: typeof details) => string;
    return new IksError(key, text(...details));
  }

  /** The refusal `key` without a cause, with the text that is given or else details of nothing in particular. */
  static deliberate(key: RealErrorKey, description?: string): IksError {
    const text = errorCatalogue[key].text as (...values: readonly unknown[]) => string;
    return new IksError(key, description ?? text(...exampleDetails[key]), true);
  }
}

/** Whether a failure is one that somebody asked for. */
export const isDeliberate = (error: unknown): boolean => error instanceof IksError && error.isDeliberate;

/**
 * Refuses a request for what it says. `problem` completes "The request is not valid: ...".
 * @throws IksError invalidRequest
 */
export function refuseRequest(problem: string): never {
  throw IksError.of('invalidRequest', problem);
}
