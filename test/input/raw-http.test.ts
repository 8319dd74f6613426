import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request as sendRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import supertest from 'supertest';
import { startEmulator } from '../support/emulator.js';
import { clusterRequest } from './refusals.js';

/** What a call in process cannot show: the bytes on the wire. */
const emulator = await startEmulator();
let server: AddressInfo;
beforeAll(async () => {
  await emulator.app.listen({ host: '127.0.0.1', port: 0 });
  server = emulator.app.server.address() as AddressInfo;
});

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
afterAll(() => agent.destroy());

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly reused: boolean;
}

/** Sends exactly these headers; a stream goes in chunks, without a length. */
async function send(method: string, path: string, headers: Record<string, string>, body?: string | Readable): Promise<Received> {
  const call = sendRequest({ agent, method, path, headers, host: server.address, port: server.port });
  if (body instanceof Readable) body.pipe(call);
  else call.end(body);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, text, reused: call.reusedSocket };
}

/** Sends these bytes and answers all that comes until the server closes. */
async function sendBytes(bytes: string): Promise<string> {
  const socket = connect(server.port, server.address);
  socket.write(bytes, 'latin1');
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}

describe('bodies', () => {
  test('JSON without a content type is read', async () => {
    const account = await emulator.account();
    const body = JSON.stringify(clusterRequest);
    const created = await send('POST', '/v1/clusters', { authorization: account.token, 'content-length': String(body.length) }, body);
    expect(created.status).toBe(201);
    expect((await account.get('/v1/clusters/shop')).status).toBe(200);
  });

  test('JSON in chunks is read', async () => {
    const account = await emulator.account();
    const chunks = JSON.stringify({ ...clusterRequest, unknown: 'é店🔑' }).match(/.{1,7}/gsu) ?? [];
    const bytes = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
    expect((await send('POST', '/v1/clusters', { authorization: account.token }, bytes)).status).toBe(201);
  });

  test('too many bytes in chunks are refused with 413 before all have come', async () => {
    const account = await emulator.account();
    const body = new Readable({ read: () => undefined });
    const answer = send('POST', '/v1/clusters', { authorization: account.token, 'content-type': 'application/json' }, body);
    body.push(Buffer.alloc(1_100_000, ' '));
    expect(await answer).toMatchObject({ status: 413, text: expect.stringContaining('The request body is larger than 1048576 bytes.') });
    body.destroy();
    expect((await account.get('/v1/clusters')).body).toEqual([]);
  });

  test('a body on GET is ignored, and the connection is good for the next call', async () => {
    const { token } = await emulator.account();
    const headers = { authorization: token, 'content-type': 'application/json', 'content-length': '9' };
    expect((await send('GET', '/v1/clusters', headers, '{"a": 1 }')).status).toBe(200);
    expect(await send('GET', '/v1/clusters', headers, '{"a": 1 }')).toMatchObject({ status: 200, text: '[]' });
  });

  test('an empty form and an empty body of length 0 are no body', async () => {
    const account = await emulator.account();
    await account.createCluster();
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const headers = { authorization: account.token, 'content-type': type, 'content-length': '0' };
      expect((await send('POST', `/_emulator/accounts/${account.id}/clock/freeze`, headers)).status).toBe(200);
    }
    const headers = { authorization: account.token, 'content-type': 'application/json', 'content-length': '0' };
    expect((await send('DELETE', '/v1/clusters/shop', headers)).status).toBe(204);
  });
});

describe('connections', () => {
  test('are kept alive from call to call, also after a refusal', async () => {
    const { token } = await emulator.account();
    await send('GET', '/livez', {});
    for (const [path, status] of [['/v1/clusters', 200], ['/v1/clusters/shop', 404], ['/nowhere', 404], ['/v2/getCluster', 400], ['/v1/zones', 200]] as const) {
      expect(await send('GET', path, { authorization: token })).toMatchObject({ status, reused: true });
    }
  });

  test('several requests sent at once are answered in their order', async () => {
    const received = await sendBytes('GET /livez HTTP/1.1\r\nHost: x\r\n\r\nGET /v1/regions HTTP/1.1\r\nHost: x\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 404']);
  });
});

describe('HEAD answers as GET does, without a body', () => {
  test.each(['/', '/livez', '/readyz', '/docs', '/openapi.json', '/v1/clusters', '/v1/zones', '/_emulator/accounts/default', '/identity/keys'])('%s', async (path) => {
    const head = await supertest(emulator.app.server).head(path);
    const get = await supertest(emulator.app.server).get(path);
    expect([head.status, head.headers['content-type']]).toEqual([200, get.headers['content-type']]);
    expect(head.text).toBeFalsy();
  });

  test('also a refusal', async () => {
    expect((await supertest(emulator.app.server).head('/v1/clusters/nobodys')).status).toBe(404);
    expect((await supertest(emulator.app.server).head('/v1/clusters').set('authorization', 'Bearer wrong')).status).toBe(401);
  });
});

describe('what is no HTTP is refused in the envelope, and the connection closed', () => {
  test.each([
    ['NUL in a header', 'GET /v1/clusters HTTP/1.1\r\nHost: x\r\nX-Auth-Resource-Group: a\0b\r\n\r\n', '400 Bad Request'],
    ['a method that does not exist', 'FETCH /v1/clusters HTTP/1.1\r\nHost: x\r\n\r\n', '400 Bad Request'],
    ['no HTTP at all', 'hello\r\n\r\n', '400 Bad Request'],
    ['NUL in the path', 'GET /v1/clusters/a\0b HTTP/1.1\r\nHost: x\r\n\r\n', '400 Bad Request'],
    ['20 KB of headers', `GET /v1/clusters HTTP/1.1\r\nHost: x\r\nAuthorization: ${'x'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
  ])('%s', async (_, bytes, status) => {
    const [head = '', body = ''] = (await sendBytes(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status}\r\nContent-Type: application/json`));
    expect(JSON.parse(body)).toEqual({
      incidentID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      code: 'E0021',
      description: expect.stringMatching(/^The request is not valid: it cannot be read as HTTP \(.+\)\.$/),
      type: 'General',
    });
  });
});
