import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/root.mjs';

const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
const bench = path.join(root, 'bench');

/**
 * Installs the load generator and the servers to compare with, unless they are there as the lock file has them. They
 * are in a package of their own, so that nobody else has to.
 */
export async function installTools() {
  const [installed, locked] = await Promise.all(['node_modules/.package-lock.json', 'package-lock.json'].map(changedAt));
  if (installed >= locked) return;
  console.error('Installing the load generator and the servers to compare with ...');
  await promisify(execFile)('npm', INSTALL, { cwd: bench });
}

async function changedAt(file) {
  const found = await stat(path.join(bench, file)).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}
