import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type OwnAccount, type OwnEmulator, startEmulator } from '../../src/index.js';
import { command } from './command.js';

let emulator: OwnEmulator;
let account: OwnAccount;
let directory: string;
beforeAll(async () => {
  emulator = await startEmulator();
  account = await emulator.accounts.create({ name: 'shop', speed: 1 });
  const shop = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };
  await account.fetch('/v1/clusters', { method: 'POST', body: JSON.stringify(shop) });
  directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-cli-'));
});
afterAll(async () => {
  await emulator.stop();
  await rm(directory, { recursive: true, force: true });
});

const inShop = (...args: readonly string[]): ReturnType<typeof command> => command([...args, '--url', emulator.url, '--account', 'shop']);
const jsonOf = async (...args: readonly string[]): Promise<unknown> => JSON.parse((await inShop(...args, '--json')).stdout);

describe('clock', () => {
  test('is read and moved, and tells what happened in a table', async () => {
    expect(await jsonOf('clock', 'freeze')).toMatchObject({ frozen: true });
    const { code, stdout, stderr } = await inShop('clock', 'advance', '1ms');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^now +20\S+Z\nfrozen +true\nnext due at +20\S+Z\n$/);
    expect(await jsonOf('clock', 'settle', 'next')).toMatchObject({ transitions: [{ kind: 'cluster', from: 'requested', to: 'deploying' }] });
    const settled = await inShop('clock', 'settle');
    expect(settled.stdout).toMatch(/^AT +KIND +ID +FROM +TO\n20\S+Z +\S+/);
    expect(settled.stdout).toContain('nothing is due');
    expect(await jsonOf('clock', 'unfreeze')).toMatchObject({ frozen: false });
  });
});

describe('account', () => {
  test('is created with settings, listed, changed and deleted', async () => {
    const create = await command(['account', 'create', 'made-here', 'speed=instant', 'clusterQuota=5', '--url', emulator.url, '--json']);
    expect(JSON.parse(create.stdout)).toMatchObject({ name: 'made-here', speed: 'instant', clusterQuota: 5, apiKey: expect.any(String) });
    expect(await jsonOf('account', 'create', 'speed=instant')).toMatchObject({ name: expect.stringMatching(/^test-/), speed: 'instant' });
    expect((await inShop('account')).stdout).toMatch(/^NAME +ID +SPEED +NOW +FROZEN\n(.*\n)*made-here +[0-9a-f]{32} +instant /);
    expect(await jsonOf('account', 'update', 'clusterQuota=7')).toMatchObject({ name: 'shop', clusterQuota: 7 });
    expect((await inShop('account', 'show')).stdout).toMatch(/^clusterQuota +7$/m);
    expect(await inShop('account', 'delete', 'made-here')).toMatchObject({ code: 0, stdout: 'Deleted made-here.\n' });
  });
});

describe('snapshot', () => {
  test('is saved, written to a file, taken in, compared, restored and deleted', async () => {
    expect((await inShop('snapshot', 'save', 'base')).stdout).toMatch(/^Saved base: .*\b1 clusters\b/);
    expect((await inShop('snapshot', 'save', 'base')).code).toBe(1);
    expect((await inShop('snapshot', 'diff', 'base')).stdout).toBe('Nothing changed.\n');
    const file = path.join(directory, 'base.json');
    expect((await inShop('snapshot', 'export', 'base', file)).stdout).toBe(`Wrote ${file}.\n`);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'iks-emulator snapshot' });
    expect((await inShop('snapshot', 'import', 'again', file)).stdout).toMatch(/^Took in again: /);
    expect(await jsonOf('reset')).toMatchObject({ removed: { clusters: 1 } });
    expect((await inShop('snapshot', 'diff', 'base')).stdout).toMatch(/^- clusters c/m);
    expect(await jsonOf('snapshot', 'restore', 'again')).toMatchObject({ holds: { clusters: 1 } });
    expect(await jsonOf('snapshot', 'fork', 'base', 'forked')).toMatchObject({ name: 'forked', apiKey: expect.any(String) });
    expect((await inShop('snapshot', 'delete', 'again')).code).toBe(0);
    expect((await inShop('snapshot')).stdout).toMatch(/^NAME +TAKEN AT +HOLDS\nbase +\S+ +.*1 clusters/);
  });
});

describe('seed', () => {
  const cluster = { name: 'seeded', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 1 };

  test('makes what a file tells of, or adds it to the account that is named', async () => {
    const file = path.join(directory, 'seed.yaml');
    await writeFile(file, `accounts:\n  seeded:\n    clusters: [${JSON.stringify(cluster)}]\n`);
    const { stdout } = await command(['seed', file, '--url', emulator.url]);
    expect(stdout).toMatch(/^ACCOUNT +OUTCOME +CLUSTERS +FAULTS\nseeded +created +seeded +0\n$/);
    await writeFile(file, `clusters: [${JSON.stringify(cluster)}]\n`);
    expect(await jsonOf('seed', file)).toMatchObject({ clusters: [{ name: 'seeded' }] });
    await writeFile(file, 'clusters:\n  - name: 5\n');
    expect(await inShop('seed', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('line 2') });
  });
});

describe('explain', () => {
  test('tells the state, what comes next, and what each action would answer', async () => {
    const { stdout } = await inShop('explain', 'seeded');
    expect(stdout).toMatch(/^cluster +c[0-9a-v]{19}$/m);
    expect(stdout).toMatch(/^ACTION +OUTCOME +WOULD ANSWER\n/m);
    expect(await jsonOf('explain', 'seeded')).toMatchObject({ kind: 'cluster', cluster: { name: 'seeded' } });
  });
});

describe('faults', () => {
  test('are armed, listed and disarmed', async () => {
    const fault = '{"effect": {"type": "error", "error": "internal"}, "operations": ["getCluster*"]}';
    expect((await inShop('faults', 'add', fault)).stdout).toMatch(/^Armed \S+\.\n$/);
    expect((await inShop('faults')).stdout).toMatch(/^ID +EFFECT +FOR +ARMED +MATCHED +STRUCK\n\S+ +error +getCluster\* +true +0 +0\n$/);
    expect((await inShop('faults', 'clear')).stdout).toBe('Disarmed 1.\n');
  });
});

describe('journal', () => {
  test('is marked, searched and cleared', async () => {
    expect((await inShop('journal', 'mark', 'begin')).stdout).toBe('Marked begin.\n');
    await account.fetch('/v1/clusters/nowhere');
    const { stdout } = await inShop('journal', '--after', 'begin', '--status', '4xx');
    expect(stdout).toMatch(/^AT +METHOD +PATH +OPERATION +STATUS +MS\n20\S+Z +GET +\/v1\/clusters\/nowhere +\w+ +404 +\d+\n1 exchange\n/);
    expect((await inShop('journal', 'clear')).stdout).toBe('Cleared.\n');
    expect(await jsonOf('journal', 'find')).toMatchObject({ count: 0, entries: [] });
  });
});

describe('env', () => {
  test('prints for a shell, and for programs, with a key of the account that is named', async () => {
    const { stdout } = await command(['env', '--client', 'curl', '--url', emulator.url]);
    expect(stdout).toContain(`export IBMCLOUD_CS_API_ENDPOINT='${emulator.url}/global'\n`);
    expect(await jsonOf('env', '--client', 'curl')).toMatchObject({ IC_API_KEY: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

describe('run', () => {
  const node = (script: string): string[] => ['run', '--', process.execPath, '-e', script];

  test('gives a command an emulator of its own, and ends with its exit code', async () => {
    const script = 'fetch(process.env.IKS_EMULATOR_URL + "/livez").then(({ status }) => { console.log(status); process.exit(3); })';
    expect(await command(node(script))).toEqual({ code: 3, stdout: '200\n', stderr: '' });
  });

  test('says when the command cannot be run', async () => {
    expect(await command(['run', '--', 'no-such-program'])).toMatchObject({ code: 1, stderr: expect.stringMatching(/^iks-emulator: no-such-program cannot be run: /) });
  });
});

describe('start', () => {
  test('is the server, with its flags and its refusals', async () => {
    expect((await command(['start', '--help'])).stdout).toContain('--ephemeral');
    const refused = await command(['start', '--port', 'many']);
    expect(refused).toEqual({ code: 1, stdout: '', stderr: "iks-emulator: IKS_PORT (--port) must be a whole number from 0 to 65535, not 'many'.\n" });
  });
});

describe('on a terminal', () => {
  const onTerminal = (stream: 'stdout' | 'stderr'): Readonly<Record<string, string>> => ({
    NODE_OPTIONS: `--import=data:text/javascript,process.${stream}.isTTY=true`,
  });
  const BOLD = '\u001b[1m';

  test('headings stand out, unless NO_COLOR is set', async () => {
    const args = ['account', 'list', '--url', emulator.url];
    expect((await command(args, onTerminal('stdout'))).stdout).toContain(BOLD);
    expect((await command(args, { ...onTerminal('stdout'), NO_COLOR: '1' })).stdout).toMatch(/^NAME/);
    expect((await command(args)).stdout).toMatch(/^NAME/);
    // Some take a CI system for a terminal.
    expect((await command(args, { CI: 'true' })).stdout).toMatch(/^NAME/);
  });

  test('start tells how far it is', async () => {
    const args = ['start', '--ephemeral', '--log-level', 'silent', '--port', new URL(emulator.url).port];
    const { code, stderr } = await command(args, onTerminal('stderr'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^.*starting Postgres …[^]*bringing the database up to date …[^]*opening the port …[^]*is in use\./);
    expect((await command(args)).stderr).toMatch(/^iks-emulator: The port \d+ on 127\.0\.0\.1 is in use\. [^\n]*\n$/);
  });
});

describe('a command', () => {
  test.each([[], ['account'], ['clock'], ['env'], ['explain'], ['faults'], ['faults', 'add'], ['journal'], ['reset'], ['run'], ['seed'], ['snapshot'], ['snapshot', 'save']])('explains itself: %j --help', async (...args) => {
    const { code, stdout, stderr } = await command([...args, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: iks-emulator/);
    expect(stdout).toContain('--control-token');
  });

  test.each([
    [['clcok'], "error: unknown command 'clcok'"],
    [['clock', 'settle', 'soon'], 'Allowed choices are next, all'],
    [['clock', 'set'], 'clock set needs --now or --speed'],
    [['clock', 'set', '--speed', 'abc'], "--speed is a number or instant, not 'abc'"],
    [['clock', 'set', '--speed', ''], "--speed is a number or instant, not ''"],
    [['faults', 'add', 'all'], 'the fault is no JSON'],
    [['journal', '--body', 'shop'], '--body is no JSON'],
    [['clock', 'advance'], "missing required argument 'by'"],
    [['account', 'update', 'fast'], "'fast' is no setting"],
    [['snapshot', 'import', 'base', '/nowhere.json'], '/nowhere.json cannot be read'],
    [[], 'Usage: iks-emulator'],
  ])('that makes no sense ends with 2: %j', async (args, complaint) => {
    const { code, stdout, stderr } = await command(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(complaint);
  });

  test('that is refused or finds no emulator ends with 1 and one line', async () => {
    expect(await command(['clock', '--account', 'nobody', '--url', emulator.url])).toEqual({
      code: 1,
      stdout: '',
      stderr: "iks-emulator: The account 'nobody' does not exist in this emulator.\n",
    });
    const nowhere = await command(['reset'], { IKS_EMULATOR_URL: 'http://127.0.0.1:1' });
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringMatching(/^iks-emulator: No emulator answers at http:\/\/127\.0\.0\.1:1: .*\n$/) });
  });

  test('is led by the environment as by flags', async () => {
    const { stdout } = await command(['account', 'show', '--json'], { IKS_EMULATOR_URL: emulator.url, IKS_ACCOUNT: 'shop' });
    expect(JSON.parse(stdout)).toMatchObject({ name: 'shop' });
  });

  test('takes a variable that is empty for one that is not set', async () => {
    const none = { IKS_EMULATOR_URL: '', IKS_ACCOUNT: '', IKS_CONTROL_TOKEN: '' };
    const { stdout } = await command(['account', 'show', '--json', '--url', emulator.url], none);
    expect(JSON.parse(stdout)).toMatchObject({ name: 'default' });
    // Whatever listens at the usual address, if anything does.
    expect((await command(['account'], none)).stderr).not.toContain('answers at :');
  });
});
