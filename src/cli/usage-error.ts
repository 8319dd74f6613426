/** A command line that makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    /** Whether the person at the terminal has read it already. */
    readonly said = false,
  ) {
    super(message);
  }
}
