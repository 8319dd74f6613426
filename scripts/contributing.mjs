/**
 * Follows CONTRIBUTING.md on a copy of the project: writes the files that its blocks show, inserts the lines that are to
 * come after others, and runs its commands. Fails when a step cannot be followed or a command fails.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './root.mjs';

const NEEDED = ['src', 'test', 'scripts', 'bench', 'mutation', 'prisma', 'openapi', 'package.json', 'tsconfig.json', 'jest.config.js', 'eslint.config.js', 'prisma.config.ts'];
const isOwn = (name) => path.basename(name) !== 'node_modules';
/** A comment that says what a block is, and the block. */
const STEP = /^<!-- (?<what>file|after|run)(?:: (?<where>.+?))? -->\n```\w+\n(?<text>.*?)^```$/gms;

const steps = {
  async file(name, text) {
    await mkdir(path.dirname(path.join(copy, name)), { recursive: true });
    await writeFile(path.join(copy, name), text, { flag: 'wx' });
  },
  async after(where, text) {
    const [name, line] = where.split(' | ');
    const before = await readFile(path.join(copy, name), 'utf8');
    if (before.split(`${line}\n`).length !== 2) throw new Error(`${name} has not exactly one line: ${line}`);
    await writeFile(path.join(copy, name), before.replace(`${line}\n`, () => `${line}\n${text}`));
  },
  run(_, text) {
    for (const command of text.trimEnd().split('\n')) {
      console.log(`$ ${command}`);
      const { status } = spawnSync('sh', ['-c', command], { cwd: copy, stdio: 'inherit' });
      if (status !== 0) throw new Error(`'${command}' ended with ${status}.`);
    }
  },
};

const copy = await mkdtemp(path.join(tmpdir(), 'iks-emulator-contributing-'));
try {
  for (const name of NEEDED) await cp(path.join(root, name), path.join(copy, name), { recursive: true, filter: isOwn });
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const found = [...(await readFile(path.join(root, 'CONTRIBUTING.md'), 'utf8')).matchAll(STEP)];
  if (!found.some(({ groups }) => groups.what === 'run')) throw new Error('CONTRIBUTING.md has no commands to run.');
  for (const { groups } of found) await steps[groups.what](groups.where, groups.text);
} catch (error) {
  console.error(`CONTRIBUTING.md cannot be followed: ${error.message}`);
  process.exitCode = 1;
} finally {
  await rm(copy, { recursive: true });
}
