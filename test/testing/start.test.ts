import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { wait } from '../../src/core/wait.js';
import { type OwnEmulator, startEmulator, type StartOptions } from '../../src/index.js';

const program = fileURLToPath(new URL('../../dist/testing/server-process.js', import.meta.url));
if (!existsSync(program)) throw new Error('dist/testing/server-process.js is missing: run `npm run build`.');

const running: OwnEmulator[] = [];
const directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-start-'));
afterAll(async () => {
  await Promise.all(running.map((emulator) => emulator.stop()));
  await rm(directory, { recursive: true, force: true });
});

async function start(options?: StartOptions): Promise<OwnEmulator> {
  const emulator = await startEmulator(options);
  running.push(emulator);
  return emulator;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/livez`).then(
    ({ ok }) => ok,
    () => false,
  );

test('several emulators run side by side, each with accounts of its own', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.url).not.toBe(other.url);
  await one.accounts.create({ name: 'shop' });
  expect((await one.accounts.list()).map(({ name }) => name)).toContain('shop');
  expect((await other.accounts.list()).map(({ name }) => name)).not.toContain('shop');
});

test('options reach the server, and nothing of the environment does', async () => {
  process.env['IKS_SPEED'] = 'wrong';
  process.env['DATABASE_URL'] = 'postgresql://the.tested.program:1/its-own';
  try {
    const seedFile = path.join(directory, 'seed.yaml');
    await writeFile(seedFile, 'accounts: { seeded: {} }');
    const emulator = await start({ speed: 'instant', auth: 'strict', seedFile });
    const { url } = emulator;
    expect(await emulator.account('seeded').read()).toMatchObject({ speed: 'instant' });
    expect((await fetch(`${url}/v1/clusters`)).status).toBe(401);
  } finally {
    delete process.env['IKS_SPEED'];
    delete process.env['DATABASE_URL'];
  }
});

test('`await using` stops the server, and stopping twice is one stop', async () => {
  let url: string;
  {
    await using emulator = await startEmulator();
    ({ url } = emulator);
    expect(await answers(url)).toBe(true);
    await emulator.stop();
  }
  expect(await answers(url)).toBe(false);
});

test('its log goes line by line to who asks for it', async () => {
  const lines: string[] = [];
  const emulator = await start({ logLevel: 'info', log: (line) => lines.push(line) });
  await emulator.stop();
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toContainEqual(expect.stringContaining(emulator.url));
});

describe('a server that cannot start', () => {
  test('says why in its own line', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    const message = `The port ${port} on 127.0.0.1 is in use. Stop what listens there or choose another with IKS_PORT.`;
    await expect(startEmulator({ port })).rejects.toMatchObject({ name: 'EmulatorError', code: 'not-started', message });
  });

  test('says why in all its lines', async () => {
    const seedFile = path.join(directory, 'refused.yaml');
    await writeFile(seedFile, 'accounts:\n  one: { clusters: 5 }\n  other: { nonsense: 1 }\n');
    const message = expect.stringMatching(/^The seed file is refused, and nothing was changed\.\n\S+refused\.yaml:2:\d+: .+\n\S+refused\.yaml:3:\d+: .+$/) as unknown;
    await expect(startEmulator({ seedFile })).rejects.toMatchObject({ code: 'not-started', message });
  });

  test('is given up after a time', async () => {
    await expect(startEmulator({ startTimeout: 1 })).rejects.toMatchObject({ code: 'not-started', message: expect.stringContaining('not listening') });
  });
});

describe('a test run that ends without stopping its emulator', () => {
  const library = new URL('../../dist/package/index.mjs', import.meta.url).href;

  /** Runs a script that starts an emulator, prints its address and goes on as told; answers the address and what is left to do. */
  async function runScript(rest: string): Promise<{ url: string; kill: (signal: NodeJS.Signals) => void; ended: Promise<unknown> }> {
    const script = `import { startEmulator } from '${library}'; const { url } = await startEmulator(); console.log(url); ${rest}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return { url, kill: (signal) => void child.kill(signal), ended };
  }

  /** Real processes end in real time. */
  async function goes(url: string): Promise<boolean> {
    for (let tries = 0; tries < 100 && (await answers(url)); tries += 1) await wait(100);
    return !(await answers(url));
  }

  test('is not held up by it, and takes it along', async () => {
    const { url, ended } = await runScript('');
    expect(await ended).toEqual([0, null]);
    expect(await goes(url)).toBe(true);
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('takes it along when it is ended by %s', async (signal) => {
    const { url, kill, ended } = await runScript('setInterval(() => {}, 1000);');
    expect(await answers(url)).toBe(true);
    kill(signal);
    await ended;
    expect(await goes(url)).toBe(true);
  });
});
