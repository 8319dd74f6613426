interface Failure {
  readonly status?: number | undefined;
  readonly code: string;
  readonly cause?: unknown;
}

/** The one error that this package throws: for refusals of the control API, and when there is no emulator to ask. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';
  /** The HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** Of the refusal, such as `X0404`; `unreachable` without an answer; `not-started` when a server could not be started. */
  readonly code: string;

  constructor(message: string, { status, code, cause }: Failure) {
    super(message, cause === undefined ? undefined : { cause });
    this.status = status;
    this.code = code;
  }
}

/** What the control API said no with. Whatever else answers there, such as a proxy, is quoted. */
export function refusal(status: number, body: unknown): EmulatorError {
  if (isErrorResponse(body)) return new EmulatorError(body.description, { status, code: body.code });
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new EmulatorError(`This is no answer of an emulator: ${status} ${text.slice(0, 200)}`, { status, code: 'unreadable' });
}

/** Nothing answers at the address. */
export function unreachable(url: string, error: unknown): EmulatorError {
  const { message, cause } = error as Error;
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : message;
  return new EmulatorError(`No emulator answers at ${url}: ${reason}`, { code: 'unreachable', cause: error });
}

interface ErrorResponse {
  readonly code: string;
  readonly description: string;
}

function isErrorResponse(body: unknown): body is ErrorResponse {
  const { code, description } = (body ?? {}) as Partial<ErrorResponse>;
  return typeof code === 'string' && typeof description === 'string';
}
