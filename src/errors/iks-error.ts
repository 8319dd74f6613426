import { type ErrorKey, errorCatalogue } from './catalogue.js';

/** A refusal with an entry in the catalogue. What is thrown anywhere for the caller's eyes is one of these. */
export class IksError extends Error {
  override readonly name = 'IksError';
  readonly statusCode: number;

  private constructor(
    readonly key: ErrorKey,
    description: string,
  ) {
    super(description);
    this.statusCode = errorCatalogue[key].status;
  }

  /** The refusal `key`, its text filled with the given details. */
  static of<Key extends ErrorKey>(key: Key, ...details: Parameters<(typeof errorCatalogue)[Key]['text']>): IksError {
    const text = errorCatalogue[key].text as (...values: typeof details) => string;
    return new IksError(key, text(...details));
  }
}
