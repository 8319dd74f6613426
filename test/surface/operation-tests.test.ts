import { expect, test } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations } from '../../src/operations/catalogue.js';
import { connectEmulator } from '../support/emulator.js';
import { type Document, operationsOf } from './document.js';

const emulator = await connectEmulator();
const document = emulator.document as unknown as Document;
const ofContainerApi = operationsOf(document)
  .filter(({ operationId, path: url }) => operationId in operations && /^\/v[12]\//.test(url))
  .map(({ operationId }) => operationId);

const folder = fileURLToPath(new URL('..', import.meta.url));
const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.test.ts')).sort();

/** The operations of each `describeOperation` block of a file. */
async function blocksOf(file: string): Promise<string[][]> {
  const text = await readFile(path.join(folder, file), 'utf8');
  const blocks = text.matchAll(/^describeOperation\(emulator, (?<ids>'\w+'|\[[^\]]+\]), /gm);
  return [...blocks].map(({ groups }) => [...(groups?.['ids'] ?? '').matchAll(/\w+/g)].map(([id]) => id));
}

const blocks = new Map<string, string[][]>();
for (const file of files) blocks.set(file, await blocksOf(file));

test('there is something to check', () => {
  expect(ofContainerApi.length).toBeGreaterThanOrEqual(110);
});

test.each(ofContainerApi)('%s has its tests in one file', (id) => {
  const own = [...blocks].filter(([, all]) => all.flat().includes(id)).map(([file]) => file);
  expect(own).toEqual([expect.stringMatching(/\.test\.ts$/)]);
});

test('a file is about one operation, or about several that are one under different paths', () => {
  expect([...blocks].filter(([, all]) => all.length > 1).map(([file]) => file)).toEqual([]);
});
