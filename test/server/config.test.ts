import { describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { asksForHelp, readConfig, usage } from '../../src/config.js';

describe('a wrong value of a variable is refused by its name, with what is allowed:', () => {
  const wrong = [
    ...['many', '-1', '65536', '4570.5', '0x10', '1e3', ' '].map(
      (value) => ['IKS_PORT', 'port', value, `must be a whole number from 0 to 65535, not '${value}'.`] as const,
    ),
    ...['fast', '0', '-1', '1000001', 'Infinity', 'NaN', 'Instant', '1/2'].map(
      (value) => ['IKS_SPEED', 'speed', value, `must be 'instant' or a number above 0 and up to 1000000, not '${value}'.`] as const,
    ),
    ['IKS_AUTH', 'auth', 'none', "must be lenient or strict, not 'none'."],
    ...['0', '600001', '1.5', 'slow'].map(
      (value) => ['IKS_SLOW_QUERY', 'slow-query', value, `must be a whole number from 1 to 600000, not '${value}'.`] as const,
    ),
    ['IKS_LOG_LEVEL', 'log-level', 'loud', "must be one of: fatal, error, warn, info, debug, trace, silent, not 'loud'."],
    // What is wrong with these may be the secret.
    ...['short', 'with spaces in between', 'ümläut-in-the-token', 'x'.repeat(201)].map(
      (value) => ['IKS_CONTROL_TOKEN', 'control-token', value, 'must be 16 to 200 visible ASCII characters.'] as const,
    ),
    ...['db', 'mysql://u:secret@h/d', '5432'].map(
      (value) => ['DATABASE_URL', 'database-url', value, 'must be a URL of the form postgresql://user:password@host:5432/database.'] as const,
    ),
  ] as const;

  test.each(wrong)('%s (--%s) = %s', (name, flag, value, problem) => {
    expect(() => readConfig([], { [name]: value })).toThrow(new Error(`${name} (--${flag}) ${problem}`));
    expect(() => readConfig([`--${flag}=${value}`], {})).toThrow(new Error(`${name} (--${flag}) ${problem}`));
  });
});

test.each([
  [['--nowhere'], "Unknown option '--nowhere'. Every flag is listed by --help."],
  [['--prot', '1'], "Unknown option '--prot'. Every flag is listed by --help."],
  [['-x'], "Unknown option '-x'. Every flag is listed by --help."],
  [['serve'], "Unexpected argument 'serve'. Every flag is listed by --help."],
  [['--port'], "Option '--port <value>' argument missing. Every flag is listed by --help."],
  [['--port', '--auth'], "Option '--port' argument is ambiguous. Every flag is listed by --help."],
  [['--ephemeral=no'], "Option '--ephemeral' does not take an argument. Every flag is listed by --help."],
])('the wrong flags %j are refused on one line', (args, message) => {
  expect(() => readConfig(args, {})).toThrow(new Error(message));
});

describe('good settings', () => {
  const usual = {
    host: '127.0.0.1',
    port: 4570,
    databaseUrl: undefined,
    dataDirectory: path.resolve('.iks-emulator'),
    ephemeral: false,
    speed: 30,
    auth: 'lenient',
    controlToken: undefined,
    logLevel: 'info',
    slowQuery: 1_000,
  };
  const names = ['IKS_HOST', 'IKS_PORT', 'DATABASE_URL', 'IKS_DATA_DIR', 'IKS_SPEED', 'IKS_AUTH', 'IKS_CONTROL_TOKEN', 'IKS_LOG_LEVEL', 'IKS_SLOW_QUERY'];

  test('are the defaults where nothing, or nothing but emptiness, is set', () => {
    expect(readConfig([], {})).toEqual(usual);
    expect(readConfig([], Object.fromEntries(names.map((name) => [name, ''])))).toEqual(usual);
  });

  test.each([
    [[], { IKS_PORT: '0', IKS_HOST: '::1' }, { port: 0, host: '::1' }],
    [['--port', '65535'], { IKS_PORT: 'overridden' }, { port: 65_535 }],
    [['--port='], { IKS_PORT: '4571' }, { port: 4571 }],
    [['--speed', 'instant'], {}, { speed: 0 }],
    [[], { IKS_SPEED: '0.5' }, { speed: 0.5 }],
    [['--ephemeral', '--auth=strict', '--log-level', 'silent'], {}, { ephemeral: true, auth: 'strict', logLevel: 'silent' }],
    [['--slow-query', '20'], { IKS_SLOW_QUERY: '30' }, { slowQuery: 20 }],
    [['--data-dir', '/tmp/../data'], {}, { dataDirectory: '/data' }],
    [[], { DATABASE_URL: 'postgres://me:p%40ss@[::1]:5432/db?sslmode=require' }, { databaseUrl: 'postgres://me:p%40ss@[::1]:5432/db?sslmode=require' }],
  ])('%j %j', (args, environment, config) => {
    expect(readConfig(args, environment)).toEqual({ ...usual, ...config });
  });
});

describe('the usage', () => {
  test.each([
    ['host', 'IKS_HOST', '127.0.0.1'],
    ['port', 'IKS_PORT', '4570'],
    ['data-dir', 'IKS_DATA_DIR', '.iks-emulator'],
    ['speed', 'IKS_SPEED', '30'],
    ['auth', 'IKS_AUTH', 'lenient'],
    ['log-level', 'IKS_LOG_LEVEL', 'info'],
    ['slow-query', 'IKS_SLOW_QUERY', '1000'],
  ])('lists --%s beside %s, with its default', (flag, variable, usual) => {
    expect(usage()).toMatch(new RegExp(`--${flag} VALUE, ${variable}\n.+; ${usual} when not set\n`));
  });

  test('lists what has no default as well', () => {
    expect(usage()).toMatch(/--database-url VALUE, DATABASE_URL\n {6}.+postgresql:[^;]+\n {2}--/);
    expect(usage()).toContain('--ephemeral');
  });

  test('is asked for by --help and -h, wherever they stand', () => {
    expect([['--help'], ['-h'], ['--port', 'x', '--help'], ['--port', '1'], []].map(asksForHelp)).toEqual([true, true, true, false, false]);
  });
});
