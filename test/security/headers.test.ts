import { beforeAll, describe, expect, test } from '@jest/globals';
import { type AddressInfo, connect } from 'node:net';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();
let token: string;
let server: AddressInfo;
beforeAll(async () => {
  await emulator.app.listen({ host: '127.0.0.1', port: 0 });
  server = emulator.app.server.address() as AddressInfo;
  ({ token } = await emulator.account());
});

/** Sends a request with these header lines as they are; answers the status line, the head and the body. */
async function send(path: string, lines: readonly string[], method = 'GET'): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(server.port, server.address);
  socket.write([`${method} ${path} HTTP/1.1`, ...lines, 'Connection: close', '', ''].join('\r\n'), 'latin1');
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, body: rest.join('\r\n\r\n') };
}

const host = 'Host: iks.test:4570';

describe('a header that is no text is refused with 4xx', () => {
  test.each([
    ['Authorization with NUL', 'Authorization: Bearer a\0b', 400],
    ['Authorization with half a line break', 'Authorization: Bearer a\rb', 400],
    ['Authorization with a line break inside', 'Authorization: Bearer a\r\n b', 400],
    ['Authorization in other bytes than ASCII', 'Authorization: Bearer \xff\xfe', 401],
    ['Authorization of 15 KB', `Authorization: Bearer ${'x'.repeat(15_000)}`, 401],
    ['Authorization of 20 KB', `Authorization: Bearer ${'x'.repeat(20_000)}`, 431],
    ['a name with a space', 'X Region: us-south', 400],
    ['a line without a colon', 'nothing', 400],
    ['a length that is none', 'Content-Length: many', 400],
    ['a length below zero', 'Content-Length: -1', 400],
    ['two lengths', 'Content-Length: 1\r\nContent-Length: 2', 400],
    ['a length beside chunks', 'Content-Length: 3\r\nTransfer-Encoding: chunked', 400],
    ['an encoding that nobody knows', 'Transfer-Encoding: magic', 400],
  ])('%s', async (_, line, status) => {
    const answer = await send('/v1/clusters', [host, line]);
    expect(answer.status).toBe(status);
    expect(() => JSON.parse(answer.body) as unknown).not.toThrow();
  });

  test('three thousand headers', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `X-${index}: 1`);
    expect((await send('/v1/clusters', [host, ...lines])).status).toBe(431);
  });

  test('a path of 20 KB', async () => {
    expect((await send(`/v1/clusters?location=${'x'.repeat(20_000)}`, [host])).status).toBe(431);
  });
});

describe('a Host of any kind breaks nothing, and is not believed to be markup', () => {
  const known = (): string => `Authorization: Bearer ${token}`;
  test.each(['iks.test', 'iks.test:99999', '[::1]:4570', '[', 'a b', '"><script>', "';--", '\xff', '%00', '../..', 'x'.repeat(10_000)])('%.20s', async (name) => {
    for (const path of ['/v1/clusters', '/v1/config', '/identity/.well-known/openid-configuration', '/']) {
      const { status, head, body } = await send(path, [`Host: ${name}`, known()]);
      expect([path, status < 500]).toEqual([path, true]);
      if (path !== '/') expect(head).toMatch(/content-type: application\/json/i);
      else expect(body).not.toContain('<script');
    }
  });

  test('none is refused, as HTTP has it', async () => {
    expect((await send('/v1/clusters', [])).status).toBe(400);
  });
});

describe('nothing of a request comes back as a header', () => {
  test.each([
    '/v1/clusters/a%0d%0aSet-Cookie:%20a=b',
    '/v1/%0d%0aSet-Cookie:%20a=b',
    '/v1/clusters?location=%0d%0aSet-Cookie:%20a=b',
    '/docs/%0d%0aSet-Cookie:%20a=b',
    '/identity/token?grant_type=%0d%0aSet-Cookie:%20a=b',
  ])('%s', async (path) => {
    for (const method of ['GET', 'POST', 'PATCH']) {
      const { status, head } = await send(path, [host], method);
      expect(status).toBeLessThan(500);
      expect(head).not.toMatch(/set-cookie/i);
    }
  });
});

describe('headers that choose what a call is about are only ever looked up', () => {
  test.each(['__proto__', 'constructor', "' OR 1=1 --", '\xff\xfe', '../..', 'x'.repeat(10_000), '%00', '{"a":1}'])('%.20s', async (value) => {
    for (const name of ['X-Auth-Resource-Group', 'X-Region', 'X-Auth-Resource-Account', 'X-Auth-Resource-Group-Id']) {
      for (const path of ['/v1/clusters', '/v1/clusters/nobodys', '/v1/credentials', '/v1/infra-permissions']) {
        const { status } = await send(path, [host, `Authorization: Bearer ${token}`, `${name}: ${value}`]);
        expect([path, name, status < 500]).toEqual([path, name, true]);
      }
    }
  });
});
