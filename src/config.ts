import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Speed } from './core/speed.js';
import { StartupError } from './errors/startup-error.js';

const numberIn = (pattern: RegExp): z.ZodType<number> => z.string().regex(pattern).transform(Number);

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What can be set, by environment variable or by the flag beside it. */
const settings = {
  IKS_HOST: {
    flag: 'host',
    purpose: 'address or name to listen on',
    allowed: 'an address or name of this machine',
    schema: z.string().default('127.0.0.1'),
  },
  IKS_PORT: {
    flag: 'port',
    purpose: 'port to listen on; 0 takes any free one',
    allowed: 'a whole number from 0 to 65535',
    schema: numberIn(/^\d{1,5}$/).pipe(z.number().max(65_535)).default(4570),
  },
  DATABASE_URL: {
    flag: 'database-url',
    purpose: 'Postgres to use in place of the embedded one',
    allowed: 'a URL of the form postgresql://user:password@host:5432/database',
    schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    secret: true,
  },
  IKS_DATA_DIR: {
    flag: 'data-dir',
    purpose: 'where the embedded Postgres keeps its data',
    allowed: 'a path',
    schema: z.string().default('.iks-emulator'),
  },
  IKS_SPEED: {
    flag: 'speed',
    purpose: 'what real durations are divided by, in accounts that set no speed of their own',
    allowed: "'instant' or a number above 0 and up to 1000000",
    schema: z.union([z.literal('instant'), numberIn(/^\d+(\.\d+)?$/)]).pipe(Speed).default(30),
  },
  IKS_AUTH: {
    flag: 'auth',
    purpose: 'whether a call without a token is about the account `default` (lenient) or refused (strict)',
    allowed: 'lenient or strict',
    schema: z.enum(['lenient', 'strict']).default('lenient'),
  },
  IKS_CONTROL_TOKEN: {
    flag: 'control-token',
    purpose: 'what callers from beyond this machine must send to the control API, as Authorization: Bearer',
    allowed: '16 to 200 visible ASCII characters',
    schema: z.string().regex(/^[\x21-\x7e]{16,200}$/).optional(),
    secret: true,
  },
  IKS_SEED_FILE: {
    flag: 'seed',
    purpose: 'YAML or JSON file of accounts to make at the start, with what is in them; those that exist are left alone',
    allowed: 'a path',
    schema: z.string().optional(),
  },
  IKS_LOG_LEVEL: {
    flag: 'log-level',
    purpose: 'least severe line that is logged, on standard error',
    allowed: `one of: ${LOG_LEVELS.join(', ')}`,
    schema: z.enum(LOG_LEVELS).default('info'),
  },
  IKS_SLOW_QUERY: {
    flag: 'slow-query',
    purpose: 'milliseconds from which a database query is logged as slow, as a warning without its values',
    allowed: 'a whole number from 1 to 600000',
    schema: numberIn(/^\d{1,6}$/).pipe(z.number().min(1).max(600_000)).default(1_000),
  },
} as const satisfies Record<string, Setting>;

interface Setting {
  readonly flag: string;
  readonly purpose: string;
  readonly allowed: string;
  readonly schema: z.ZodType;
  /** A wrong value is not repeated: it is a secret, or holds one. */
  readonly secret?: true;
}

type Value<Name extends keyof typeof settings> = z.output<(typeof settings)[Name]['schema']>;

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Undefined: an embedded Postgres is started. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  /** The embedded Postgres and its data are gone when the process ends. */
  readonly ephemeral: boolean;
  readonly speed: number;
  readonly auth: 'lenient' | 'strict';
  /** Undefined: nobody from beyond this machine may use the control API. */
  readonly controlToken: string | undefined;
  /** Accounts to make at the start. */
  readonly seedFile: string | undefined;
  readonly logLevel: string;
  /** Milliseconds. */
  readonly slowQuery: number;
}

/**
 * Reads flags, then environment variables, then defaults. Empty counts as not set.
 * @throws StartupError that names the variable or flag with a wrong value, or an unknown flag
 */
export function readConfig(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Config {
  const flags = readFlags(args);
  const value = <Name extends keyof typeof settings>(name: Name): Value<Name> => {
    const { flag, allowed, schema, secret }: Setting = { ...settings[name] };
    const given = [flags[flag], environment[name]].find((text) => text !== undefined && text !== '');
    const result = schema.safeParse(given);
    if (result.success) return result.data as Value<Name>;
    throw new StartupError(`${name} (--${flag}) must be ${allowed}${secret === true ? '' : `, not '${String(given)}'`}.`);
  };
  return {
    host: value('IKS_HOST'),
    port: value('IKS_PORT'),
    databaseUrl: value('DATABASE_URL'),
    dataDirectory: resolve(value('IKS_DATA_DIR')),
    ephemeral: flags['ephemeral'] === true,
    speed: value('IKS_SPEED'),
    auth: value('IKS_AUTH'),
    controlToken: value('IKS_CONTROL_TOKEN'),
    seedFile: value('IKS_SEED_FILE'),
    logLevel: value('IKS_LOG_LEVEL'),
    slowQuery: value('IKS_SLOW_QUERY'),
  };
}

function readFlags(args: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const named = Object.values(settings).map(({ flag }) => [flag, { type: 'string' as const }] as const);
  try {
    const options = { ...Object.fromEntries(named), ephemeral: { type: 'boolean' as const } };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    // Node goes on with advice of several lines.
    const [complaint = ''] = (error as Error).message.split(/\.\s/);
    throw new StartupError(`${complaint.replace(/\.$/, '')}. Every flag is listed by --help.`);
  }
}

/** Whether the caller wants to read {@link usage} and nothing else. */
export const asksForHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/** All flags and variables, for the terminal. */
export function usage(): string {
  const rows = Object.entries<Setting>(settings).map(([name, { flag, purpose, allowed, schema }]) => {
    const usual = schema.parse(undefined) as string | number | undefined;
    const unset = usual === undefined ? '' : `; ${String(usual)} when not set`;
    return `  --${flag} VALUE, ${name}\n      ${purpose}: ${allowed}${unset}`;
  });
  return [
    'Usage: iks-emulator start [FLAGS], or in a clone of it: npm start -- [FLAGS]',
    '',
    'Starts an emulator of the IBM Cloud Kubernetes Service (IKS) control plane. A flag goes before its variable.',
    '',
    ...rows,
    '  --ephemeral\n      keep nothing: the data directory is a temporary one that goes when the process ends',
    '  -h, --help\n      print this',
    '',
  ].join('\n');
}
