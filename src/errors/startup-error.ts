/**
 * A reason for not starting that the person at the terminal can act upon. `main.ts` prints the message
 * as one line, without a stack, and exits with code 1.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
