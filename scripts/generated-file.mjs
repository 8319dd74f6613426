import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './root.mjs';

/** Writes a file of the project that `command` makes of `source`; with --check, ends with 1 when the committed one differs. */
export async function keepGenerated(url, text, { source, command }) {
  const file = fileURLToPath(url);
  if (!process.argv.includes('--check')) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${path.relative(root, file)} does not match ${source}. Run \`${command}\` and commit the file.`);
    process.exit(1);
  }
}
