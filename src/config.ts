import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Speed } from './core/speed.js';
import { StartupError } from './errors/startup-error.js';

/** A speed as text. */
const SpeedText = z.union([z.literal('instant'), z.coerce.number()]).pipe(Speed);

/** What can be set, by environment variable or by the flag beside it. */
const settings = {
  IKS_HOST: { flag: 'host', schema: z.string().min(1).default('127.0.0.1') },
  IKS_PORT: { flag: 'port', schema: z.coerce.number().int().min(0).max(65_535).default(4570) },
  DATABASE_URL: { flag: 'database-url', schema: z.url({ protocol: /^postgres(ql)?$/ }).optional() },
  IKS_DATA_DIR: { flag: 'data-dir', schema: z.string().min(1).default('.iks-emulator') },
  IKS_SPEED: { flag: 'speed', schema: SpeedText.default(30) },
  IKS_AUTH: { flag: 'auth', schema: z.enum(['lenient', 'strict']).default('lenient') },
  IKS_LOG_LEVEL: {
    flag: 'log-level',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  },
} as const;

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
  readonly logLevel: string;
}

/**
 * Reads flags, then environment variables, then defaults.
 * @throws StartupError that names the variable or flag with a wrong value, or an unknown flag
 */
export function readConfig(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Config {
  const flags = readFlags(args);
  const value = <Name extends keyof typeof settings>(name: Name): z.output<(typeof settings)[Name]['schema']> => {
    const { flag, schema } = settings[name];
    const given = flags[flag] ?? environment[name];
    const result = schema.safeParse(given === '' ? undefined : given);
    if (result.success) return result.data as z.output<(typeof settings)[Name]['schema']>;
    const problem = result.error.issues.map(({ message }) => message).join('; ');
    throw new StartupError(`${name} (--${flag}) has a wrong value '${String(given)}': ${problem}`);
  };
  return {
    host: value('IKS_HOST'),
    port: value('IKS_PORT'),
    databaseUrl: value('DATABASE_URL'),
    dataDirectory: resolve(value('IKS_DATA_DIR')),
    ephemeral: flags['ephemeral'] === true,
    speed: value('IKS_SPEED'),
    auth: value('IKS_AUTH'),
    logLevel: value('IKS_LOG_LEVEL'),
  };
}

function readFlags(args: readonly string[]): Readonly<Record<string, string | boolean | undefined>> {
  const named = Object.values(settings).map(({ flag }) => [flag, { type: 'string' as const }] as const);
  try {
    const options = { ...Object.fromEntries(named), ephemeral: { type: 'boolean' as const } };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new StartupError(error instanceof Error ? error.message : String(error));
  }
}
