/**
 * A reason for not starting that the person at the terminal can act upon. `serve.ts` prints the message without a
 * stack and makes the exit code 1.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
