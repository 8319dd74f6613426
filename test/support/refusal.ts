import { IksError } from '../../src/errors/iks-error.js';

/** What a rule refuses: the key of the error and its text, as callers read it. Fails where nothing is refused. */
export function refusalOf(call: () => unknown): readonly [key: string, text: string] {
  try {
    call();
  } catch (error) {
    if (error instanceof IksError) return [error.key, error.message];
    throw error;
  }
  throw new Error('Nothing was refused.');
}
