import { beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documentedCall, ownCall } from '../isolation/requests.js';
import { populate, type World } from '../isolation/world.js';
import { type Call, startEmulator } from '../support/emulator.js';
import { type Document, operationsOf, type PlacedOperation } from '../surface/document.js';

const emulator = await startEmulator();
const document = emulator.document as unknown as Document;
const operations = operationsOf(document);
let world: World;
beforeAll(async () => {
  await emulator.app.listen({ host: '127.0.0.1', port: 0 });
  world = await populate(emulator, { label: 'hostile', zones: ['dal10'], sequence: 0 });
});

const isAboutAccounts = ({ path }: PlacedOperation): boolean => !/^\/(_emulator|identity|\.well-known|livez|readyz)/.test(path);
const parametersIn = (operation: PlacedOperation, place: string) => (operation.parameters ?? []).filter((parameter) => parameter.in === place);
const named = (list: readonly PlacedOperation[]) => list.map((operation) => [operation.operationId, operation] as const);

/** The operation's documented request, its path filled by `fill`. */
function callWith(operation: PlacedOperation, fill: (name: string) => string): Call {
  const call = documentedCall(document, { ...operation, parameters: (operation.parameters ?? []).filter((parameter) => parameter.in !== 'path') }, world);
  return { ...call, url: call.url.replaceAll(/\{(\w+)\}/g, (_, name: string) => fill(name)) };
}

/** Sends a path with every dot and slash in it. */
async function sendAsIs(path: string): Promise<{ status: number; text: string }> {
  const { port } = emulator.app.server.address() as AddressInfo;
  const [response] = (await once(request({ host: '127.0.0.1', port, path }).end(), 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, text };
}

/** Not decoded twice, not taken for another path, not found. What is no text at all, or too long, is tried in test/input. */
const hostilePathParts = [
  '..%2f..%2fetc%2fpasswd',
  '..%5c..%5cwindows',
  '__proto__',
  'a%0d%0aSet-Cookie:%20a=b',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  "'%20OR%201=1%20--",
  '%252e%252e%252f',
];

describe('what a path names is only ever looked up', () => {
  const withPath = operations.filter((operation) => parametersIn(operation, 'path').length > 0 && operation.operationId !== 'deleteTag');
  test.each(named(withPath))('%s refuses every hostile name with 4xx', async (_, operation) => {
    for (const part of hostilePathParts) {
      const { method, url, headers: sent = {}, body } = callWith(operation, () => part);
      // Some are refused before it is known whose envelope the answer should have.
      const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
      const { statusCode, headers } = await emulator.app.inject({ method, url, headers: { ...sent, 'content-type': 'application/json' }, ...payload });
      expect([part, Math.floor(statusCode / 100)]).toEqual([part, 4]);
      expect(headers).not.toHaveProperty('set-cookie');
    }
  });

  // As it is: a call in process, like a browser, takes the dots out before it sends.
  test.each([
    '/docs/static/../../package.json',
    '/docs/static/..%2f..%2f..%2fpackage.json',
    '/docs/static/%2e%2e/%2e%2e/package.json',
    '/docs/static/....//....//package.json',
    '/docs/static/..%5c..%5cpackage.json',
    '/docs/static/%00',
    '/v1/clusters/../../_emulator/accounts',
    '/global/../_emulator/accounts',
    '/v1/%2e%2e/_emulator/accounts',
    '/v1/clusters/%2e%2e',
    '/v1/clusters/..',
    '/_emulator/accounts/..',
    '//v1//..//clusters',
  ])('%s leads nowhere', async (path) => {
    const { status, text } = await sendAsIs(path);
    expect(Math.floor(status / 100)).toBe(4);
    expect(text).not.toMatch(/"dependencies"|"idSeed"/);
  });
});

describe('what a query says never fails', () => {
  const withQuery = operations.filter((operation) => isAboutAccounts(operation) && parametersIn(operation, 'query').length > 0);
  test.each(named(withQuery))('%s', async (_, operation) => {
    const own = ownCall(document, operation, world);
    for (const { name } of parametersIn(operation, 'query')) {
      for (const value of ['__proto__', 'constructor', '%27%22%3C%3E%5C', `&${name}[a]=1`]) {
        const url = new URL(own.url, 'http://x');
        url.searchParams.delete(name);
        const query = [url.searchParams.toString(), `${name}=${value}`].filter((part) => part !== '').join('&');
        const { status } = await emulator.call({ ...own, url: `${url.pathname}?${query}` });
        expect([name, value, status < 500]).toEqual([name, value, true]);
      }
    }
  });
});

const withJson = operations.filter(({ requestBody, path }) => requestBody !== undefined && !path.startsWith('/identity'));
const deep = (levels: number, open: string, close: string, inside = ''): string => `${open.repeat(levels)}${inside}${close.repeat(levels)}`;

describe('a body that is no request is refused with 4xx, and nothing gets into objects by its keys', () => {
  const bodies = [
    '{"__proto__": {"polluted": true}}',
    '{"a": {"__proto__": {"polluted": true}}}',
    '{"constructor": {"prototype": {"polluted": true}}}',
    '{"\\u005f_proto__": {"polluted": true}}',
    deep(100_000, '[', ']'),
    '\u0000',
    '{"a": 1} {"b": 2}',
  ];
  test.each(named(withJson))('%s', async (_, operation) => {
    for (const body of bodies) {
      const { status } = await emulator.call({ ...callWith(operation, () => 'nobodys'), body });
      expect([operation.operationId, body.slice(0, 40), Math.floor(status / 100)]).toEqual([operation.operationId, body.slice(0, 40), 4]);
    }
    // What no field has the name of is ignored.
    for (const body of [deep(50_000, '{"a":', '}', '1'), '{"a": 1e999999}']) {
      const { status } = await emulator.call({ ...callWith(operation, () => 'nobodys'), body });
      expect([operation.operationId, body.slice(0, 40), status < 500]).toEqual([operation.operationId, body.slice(0, 40), true]);
    }
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('a field of a body that holds what it must not is refused, and never fails', () => {
  const names = ['"__proto__"', '"constructor:x"'];
  const wrong = ['"\\udc00"', deep(20_000, '[', ']'), '-1e400', '{"__proto__": null}'];
  test.each(named(withJson))('%s', async (_, operation) => {
    const call = isAboutAccounts(operation) ? ownCall(document, operation, world) : callWith(operation, () => world.account.id);
    for (const [field, value] of Object.entries(call.body as Record<string, unknown>)) {
      for (const text of [...names, ...wrong]) {
        const rest = JSON.stringify({ ...(call.body as object), [field]: '<wrong>' });
        const { status, text: answered } = await emulator.call({ ...call, body: rest.replace('"<wrong>"', () => text) });
        const what = [operation.operationId, field, text.slice(0, 12)];
        expect([...what, status < 500]).toEqual([...what, true]);
        // GraphQL answers 200 with the refusal inside.
        const refused = status >= 400 || answered.includes('"errors"');
        if (typeof value === 'string' && text.startsWith('"') && !names.includes(text)) expect([...what, refused]).toEqual([...what, true]);
      }
    }
  });
});
