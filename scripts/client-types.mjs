/**
 * Writes src/client/openapi.ts: the types of the control API, from openapi/openapi.json; with --check, fails when the
 * committed file differs.
 */
import { readFile } from 'node:fs/promises';
import openapiTypes, { astToString } from 'openapi-typescript';
import { keepGenerated } from './generated-file.mjs';

const source = new URL('../openapi/openapi.json', import.meta.url);
const HEADER = '// Made from openapi/openapi.json by `npm run client-types`. Do not edit.\n\n';

const document = JSON.parse(await readFile(source, 'utf8'));
const text = HEADER + astToString(await openapiTypes(controlApiOf(document)));

await keepGenerated(new URL('../src/client/openapi.ts', import.meta.url), text, { source: 'openapi/openapi.json', command: 'npm run client-types' });

/** The paths below `/_emulator`, and of the components no more than these stand on. */
function controlApiOf({ openapi, info, paths, components }) {
  const kept = Object.fromEntries(Object.entries(paths).filter(([path]) => path.startsWith('/_emulator')));
  const used = {};
  const open = [kept];
  while (open.length > 0) {
    for (const [, kind, name] of JSON.stringify(open.pop()).matchAll(/"#\/components\/(\w+)\/([^"/]+)"/g)) {
      if (used[kind]?.[name] !== undefined) continue;
      (used[kind] ??= {})[name] = components[kind][name];
      open.push(components[kind][name]);
    }
  }
  // In the order of the document, whichever reference came first.
  const ordered = Object.entries(used).map(([kind, names]) => [kind, Object.fromEntries(Object.keys(components[kind]).filter((name) => name in names).map((name) => [name, names[name]]))]);
  return { openapi, info, paths: kept, components: Object.fromEntries(ordered) };
}
