import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a program to its end; answers its exit code and what it wrote. */
export async function runProgram(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) child[stream].setEncoding('utf8').on('data', (text) => (written[stream] += text));
  const [code] = await once(child, 'close');
  return { code, output: written.stdout, complaints: written.stderr };
}
