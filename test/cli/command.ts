import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
if (!existsSync(program)) throw new Error('dist/cli/main.js is missing: run `npm run build`.');

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as a shell does, away from any terminal. Nothing of the test's own environment reaches it. */
export async function command(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(IKS_|DATABASE_URL|TEST_|JEST_|NODE_|FORCE_COLOR|NO_COLOR)/.test(name));
  const child = spawn(process.execPath, [program, ...args], { env: { ...Object.fromEntries(inherited), ...environment } });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) child[stream].setEncoding('utf8').on('data', (text: string) => (written[stream] += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...written };
}
