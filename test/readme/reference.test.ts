import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { usage } from '../../src/config.js';
import { operations } from '../../src/operations/catalogue.js';

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

/** What is written as code in a Markdown text, outside of blocks. */
async function codeIn(name: string): Promise<ReadonlySet<string>> {
  const text = (await read(name)).replaceAll(/^```.*?^```$/gms, '');
  return new Set([...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code));
}

test('README.md names every flag and variable, and no other', async () => {
  const settings = /--[a-z-]+|\b(?:IKS_[A-Z_]+|DATABASE_URL)\b/g;
  const named = [...(await codeIn('README.md'))].flatMap((code) => code.match(settings) ?? []);
  const known = usage().match(settings) ?? [];
  expect([...new Set(named)].sort()).toEqual([...new Set(known)].sort());
});

test('README.md names every path of the control API, and none that is not served', async () => {
  const { paths } = JSON.parse(await read('openapi/openapi.json')) as { paths: object };
  const code = [...(await codeIn('README.md'))].map((text) => text.replace(/^[A-Z]+ /, ''));
  const named = code.filter((text) => /^\/(v1|v2|identity|_emulator|livez|readyz)/.test(text));
  const ofControlApi = Object.keys(paths).filter((path) => path.startsWith('/_emulator'));
  expect(named).toEqual(expect.arrayContaining(ofControlApi));
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(named));
});

test('docs/limits.md tells how many operations are known by name and how many are served', async () => {
  const { paths } = JSON.parse(await read('openapi/openapi.json')) as { paths: Readonly<Record<string, Readonly<Record<string, { operationId: string }>>>> };
  const served = Object.values(paths).flatMap((methods) => Object.values(methods).filter(({ operationId }) => operationId in operations));
  const text = `knows ${Object.keys(operations).length} operations by name and serves ${served.length} of them`;
  expect(await read('docs/limits.md')).toContain(text);
});
