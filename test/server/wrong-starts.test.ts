import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { makeDirectory, processesOf, run, start } from './emulator-process.js';

/** It says this on one line of standard error, without a stack, and fails. */
async function expectRefused(args: readonly string[], environment: Readonly<Record<string, string>>, message: string | RegExp): Promise<void> {
  const { code, stdout, stderr } = await run({ args, environment }).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^iks-emulator: [^\n]+\n$/);
  const said = stderr.slice('iks-emulator: '.length, -1);
  if (typeof message === 'string') expect(said).toBe(message);
  else expect(said).toMatch(message);
}

describe('a wrong setting is refused by its name, with what is allowed:', () => {
  test.each([
    [[], { IKS_PORT: '65536' }, "IKS_PORT (--port) must be a whole number from 0 to 65535, not '65536'."],
    [['--speed', 'fast'], {}, "IKS_SPEED (--speed) must be 'instant' or a number above 0 and up to 1000000, not 'fast'."],
    [['--nowhere'], {}, "Unknown option '--nowhere'. Every flag is listed by --help."],
    [['--ephemeral', '--host', 'no.such.host.invalid'], {}, 'The host no.such.host.invalid is no address of this machine. Choose another with IKS_HOST.'],
    [['--ephemeral'], { IKS_HOST: '192.0.2.1' }, 'The host 192.0.2.1 is no address of this machine. Choose another with IKS_HOST.'],
  ])('%j %j', async (args, environment, message) => {
    await expectRefused(args, environment, message);
  });

  test('IKS_DATA_DIR of a file', async () => {
    const file = path.join(await makeDirectory(), 'file');
    await writeFile(file, '');
    await expectRefused([], { IKS_DATA_DIR: file }, new RegExp(`^The embedded Postgres does not start in ${file}: .*EEXIST`));
  });
});

test('--help prints the usage and starts nothing', async () => {
  const { code, stdout, stderr } = await run({ args: ['--port', 'x', '--help'] }).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: .*IKS_PORT.*--ephemeral.*--help/s);
});

describe('what is taken already', () => {
  test('a port: it says which, and ends its own Postgres again', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const directory = await makeDirectory();
    await expectRefused(['--port', String(port), '--data-dir', directory], {}, `The port ${port} on 127.0.0.1 is in use. Stop what listens there or choose another with IKS_PORT.`);
    expect(await processesOf(directory)).toEqual([]);
    other.close();
  });

  test('a data directory: it says by which process, which is not harmed', async () => {
    const directory = await makeDirectory();
    const first = await start({ args: ['--data-dir', directory] });
    await expectRefused(
      ['--data-dir', directory],
      {},
      `The data directory ${directory} is in use by another iks-emulator (process ${String(first.child.pid)}). Stop it or choose another with IKS_DATA_DIR.`,
    );
    expect(await first.call('GET', '/readyz')).toEqual({ status: 200, body: { status: 'ok' } });
    await first.end('SIGTERM');
    const second = await start({ args: ['--data-dir', directory] });
    expect((await second.end('SIGTERM')).code).toBe(0);
  });
});

describe('a database that is not as it should be', () => {
  test('that cannot be reached: it says where, and not the password', async () => {
    await expectRefused([], { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none' }, 'The database at 127.0.0.1:1 cannot be reached (ECONNREFUSED). Start it, or correct DATABASE_URL.');
  });

  test('that does not exist: it names it', async () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = '/nobodys';
    await expectRefused([], { DATABASE_URL: url.href }, `The database "nobodys" does not exist on ${url.host}. Create it, or correct DATABASE_URL.`);
  });
});
