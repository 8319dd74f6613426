import { afterAll, jest } from '@jest/globals';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The server as its users run it: the built program in a process of its own. */
export interface EmulatorProcess {
  readonly url: string;
  readonly child: ChildProcess;
  readonly output: Output;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ending>;
  call<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>>;
}

interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

interface Output {
  stdout: string;
  stderr: string;
}

export interface Ending extends Output {
  readonly code: number | null;
}

interface Options {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

jest.setTimeout(120_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = path.join(root, 'dist', 'main.js');
await requireBuild();

const running = new Set<ChildProcess>();
const directories: string[] = [];
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  for (const { pid } of (await Promise.all(directories.map(processesOf))).flat()) process.kill(pid, 'SIGKILL');
  for (const directory of directories) await rm(directory, { recursive: true, force: true });
});

async function requireBuild(): Promise<void> {
  const built = await stat(program).catch(() => undefined);
  if (built === undefined) throw new Error('dist/main.js is missing: run `npm run build`.');
  const sources = await readdir(path.join(root, 'src'), { recursive: true });
  for (const source of sources.filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))) {
    const { mtime } = await stat(path.join(root, 'src', source));
    if (mtime > built.mtime) throw new Error(`dist is older than src/${source}: run \`npm run build\`.`);
  }
}

/** An empty directory that goes when the test file ends. */
export async function makeDirectory(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-server-'));
  await chmod(directory, 0o755);
  directories.push(directory);
  return directory;
}

/** Runs the program on a free port. Nothing of the test's own environment reaches it. */
export function run({ args = [], environment = {} }: Options): { readonly child: ChildProcess; readonly output: Output; readonly ended: Promise<Ending> } {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(IKS_|DATABASE_URL|TEST_|JEST_|NODE_)/.test(name));
  const env = { ...Object.fromEntries(inherited), IKS_PORT: '0', IKS_LOG_LEVEL: 'warn', ...environment };
  const child = spawn(process.execPath, [program, ...args], { env, cwd: tmpdir(), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const output: Output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code: code as number | null, ...output };
  });
  return { child, output, ended };
}

/** Starts the program and waits until it says where it listens. */
export async function start(options: Options): Promise<EmulatorProcess> {
  const { child, output, ended } = run(options);
  const listening = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const url = /^iks-emulator listening on (\S+)\n/m.exec(output.stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const early = ended.then(({ code, stderr }): string => {
    throw new Error(`The emulator ended early with code ${String(code)}: ${stderr}`);
  });
  const url = await Promise.race([listening, early]);
  early.catch(() => undefined);
  return {
    url,
    child,
    output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    call: async <Body>(method: string, pathAndQuery: string, body?: unknown): Promise<Answer<Body>> => {
      const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const answer = await fetch(`${url}${pathAndQuery}`, { method, ...(body !== undefined && json) });
      const text = await answer.text();
      return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
    },
  };
}

/** The processes whose command names the directory, such as the Postgres that serves it. */
export async function processesOf(directory: string): Promise<{ readonly pid: number; readonly command: string }[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,args=']);
  return stdout
    .split('\n')
    .filter((line) => line.includes(directory) && !line.includes('main.js'))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+ /, '') }));
}
