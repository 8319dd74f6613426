import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { makeDirectory, processesOf, run, start } from './emulator-process.js';

describe('a start', () => {
  test('prints exactly one line on standard output, which says where it listens, and answers there', async () => {
    const emulator = await start({ args: ['--data-dir', await makeDirectory()] });
    expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await emulator.call('GET', '/readyz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect((await emulator.call('POST', '/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' })).status).toBe(201);
    const { stdout, stderr } = await emulator.end('SIGTERM');
    expect(stdout).toBe(`iks-emulator listening on ${emulator.url}\n`);
    expect(stderr).toBe('');
  });

  test('logs on standard error alone, each line JSON where no person reads', async () => {
    const emulator = await start({ args: ['--ephemeral', '--log-level', 'info'] });
    await emulator.call('GET', '/livez');
    const { stdout, stderr } = await emulator.end('SIGTERM');
    expect(stdout).toBe(`iks-emulator listening on ${emulator.url}\n`);
    const messages = stderr.trim().split('\n').map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages).toContain('request completed');
  });

  test('goes by flags before variables, and takes an empty variable as not set', async () => {
    const environment = { IKS_PORT: '1', IKS_HOST: '', IKS_AUTH: 'lenient', IKS_SPEED: 'instant', IKS_LOG_LEVEL: '' };
    const emulator = await start({ args: ['--port', '0', '--auth=strict', '--ephemeral', '--log-level', 'error'], environment });
    expect((await emulator.call('GET', '/v1/clusters')).status).toBe(401);
    expect((await emulator.call('POST', '/_emulator/accounts', { name: 'fast' })).body).toMatchObject({ speed: 'instant' });
    await emulator.end('SIGTERM');
  });
});

describe('an end', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('by %s is one in good order: exit code 0, and its Postgres is gone', async (signal) => {
    const directory = await makeDirectory();
    const emulator = await start({ args: ['--data-dir', directory] });
    expect((await processesOf(directory)).length).toBeGreaterThan(0);
    // An idle connection that is kept alive does not hold up the end.
    await emulator.call('GET', '/v1/clusters');
    expect(await emulator.end(signal)).toMatchObject({ code: 0, stderr: '' });
    expect(await processesOf(directory)).toEqual([]);
  });

  test('by Ctrl-C, which reaches the whole process group, is the same', async () => {
    const directory = await makeDirectory();
    const emulator = await start({ args: ['--data-dir', directory] });
    const ended = once(emulator.child, 'close');
    process.kill(-(emulator.child.pid ?? 0), 'SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(emulator.output).toEqual({ stdout: `iks-emulator listening on ${emulator.url}\n`, stderr: '' });
    expect(await processesOf(directory)).toEqual([]);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('by %s while it still starts leaves nothing running and nothing behind', async (signal) => {
    const directory = await makeDirectory();
    const { child, ended } = run({ args: ['--ephemeral', '--log-level', 'debug'], environment: { TMPDIR: directory } });
    // The first line of the log is one of Postgres, before it is ready.
    child.stderr?.once('data', () => child.kill(signal));
    expect((await ended).code).toBe(0);
    expect(await processesOf(directory)).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('--ephemeral', () => {
  test('leaves nothing behind, and every start begins anew', async () => {
    const directory = await makeDirectory();
    const options = { args: ['--ephemeral'], environment: { TMPDIR: directory, IKS_DATA_DIR: `${directory}/unused` } };
    for (const round of ['first', 'second']) {
      const emulator = await start(options);
      expect([round, (await emulator.call('GET', '/v1/clusters')).body]).toEqual([round, []]);
      expect((await emulator.call('POST', '/v1/clusters', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' })).status).toBe(201);
      expect((await readdir(directory)).length).toBe(1);
      expect((await emulator.end('SIGTERM')).code).toBe(0);
      expect(await readdir(directory)).toEqual([]);
      expect(await processesOf(directory)).toEqual([]);
    }
  });
});
