/** How a test wants its emulator. What is absent is as `iks-emulator start` has it, but for the port and the data. */
export interface StartOptions {
  /** Any free one when absent. */
  readonly port?: number;
  /** `127.0.0.1` when absent. */
  readonly host?: string;
  /** A Postgres to use; an embedded one when absent. That of the environment is the tested program's, and is left alone. */
  readonly databaseUrl?: string;
  /** Where the embedded Postgres keeps its data from run to run; a temporary directory when absent, gone at the end. */
  readonly dataDirectory?: string;
  /** Of accounts that set none: a number that real durations are divided by, or `instant`. 30 when absent. */
  readonly speed?: number | 'instant';
  /** Whether a call without a token is about the account `default` or refused. */
  readonly auth?: 'lenient' | 'strict';
  /** What callers from beyond this machine must send to the control API. */
  readonly controlToken?: string;
  /** A YAML or JSON file of accounts and clusters to make at the start. */
  readonly seedFile?: string;
  /** What the server logs, on standard error. `warn` when absent. */
  readonly logLevel?: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Takes the server's log, line by line; it is dropped when absent. */
  readonly log?: (line: string) => void;
  /** Milliseconds until a server that does not come up is given up; a minute when absent. */
  readonly startTimeout?: number;
}

/** The server's own variables, which it gets from the options alone. */
const NOT_PASSED_ON = /^(IKS_|DATABASE_URL$|NODE_OPTIONS$|NODE_V8_COVERAGE$)/;

/** What the server is started with. */
export function environmentOf(options: StartOptions, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(environment).filter(([name]) => !NOT_PASSED_ON.test(name));
  const chosen = {
    IKS_PORT: String(options.port ?? 0),
    IKS_HOST: options.host,
    DATABASE_URL: options.databaseUrl,
    IKS_DATA_DIR: options.dataDirectory,
    IKS_SPEED: options.speed?.toString(),
    IKS_AUTH: options.auth,
    IKS_CONTROL_TOKEN: options.controlToken,
    IKS_SEED_FILE: options.seedFile,
    IKS_LOG_LEVEL: options.logLevel ?? 'warn',
  };
  return { ...Object.fromEntries(inherited), ...chosen };
}

export const argumentsOf = ({ dataDirectory, databaseUrl }: StartOptions): string[] =>
  dataDirectory === undefined && databaseUrl === undefined ? ['--ephemeral'] : [];
