import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What of a process is in memory, in MB; of that process alone, not of those that it has started. */
export async function residentMegabytes(pid) {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / 1_024;
}
