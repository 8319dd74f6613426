import { describe, expect, test } from '@jest/globals';
import { type OperationId, operations } from '../../src/operations/catalogue.js';
import { startEmulator } from '../support/emulator.js';
import { expectRefusal } from './refusals.js';

const emulator = await startEmulator();
const headers = { authorization: `Bearer ${(await emulator.account()).token}` };

describe('an unknown path answers 404', () => {
  test.each([
    ['GET', '/nowhere'],
    ['GET', '/v1/nowhere'],
    ['POST', '/v2/nowhere'],
    ['DELETE', '/v1/clusters/shop/nowhere'],
    ['GET', '/v9/clusters'],
    ['GET', '/_emulator'],
    ['GET', '/_emulator/nowhere'],
    ['POST', '/_emulator/accounts/default/nowhere'],
    ['GET', '/identity'],
    ['GET', '/identity/nowhere'],
    ['GET', '/docs/nowhere'],
  ] as const)('%s %s', async (method, url) => {
    expectRefusal(await emulator.call({ method, url }), {
      status: 404,
      code: 'G0005',
      type: 'General',
      description: `There is no operation ${method} ${url}.`,
    });
  });

  test('whose text leaves out the query, and the prefix that counts for nothing', async () => {
    expectRefusal(await emulator.call({ method: 'GET', url: '/global//v1/nowhere/?key=secret' }), {
      status: 404,
      code: 'G0005',
      type: 'General',
      description: 'There is no operation GET /v1/nowhere.',
    });
  });
});

describe('a wrong method answers 405 and names the right ones', () => {
  test.each([
    ['PATCH', '/v1/clusters', 'GET, HEAD, POST'],
    ['DELETE', '/v1/clusters', 'GET, HEAD, POST'],
    ['PATCH', '/v1/clusters/shop', 'GET, HEAD, PUT, DELETE'],
    ['POST', '/v1/versions', 'GET, HEAD'],
    ['GET', '/graphql', 'POST'],
    ['PUT', '/_emulator/accounts', 'GET, HEAD, POST'],
    ['POST', '/_emulator/accounts/default', 'GET, HEAD, PATCH, DELETE'],
    ['GET', '/_emulator/accounts/default/clock/advance', 'POST'],
    ['GET', '/identity/token', 'POST'],
    ['POST', '/identity/keys', 'GET, HEAD'],
    ['POST', '/livez', 'GET, HEAD'],
    ['POST', '/openapi.json', 'GET, HEAD'],
    ['POST', '/', 'GET, HEAD'],
  ] as const)('%s %s', async (method, url, allowed) => {
    const refused = await emulator.call({ method, url });
    expectRefusal(refused, {
      status: 405,
      code: 'G0006',
      type: 'General',
      description: `The method ${method} is not allowed for ${url}. Allowed: ${allowed}.`,
    });
    expect(refused.headers['allow']).toBe(allowed);
  });

  test.each([
    ['/identity/token', 'application/x-www-form-urlencoded', 'grant_type=password'],
    ['/v1/clusters', 'application/json', '{'],
    ['/v1/clusters', 'text/plain', 'shop'],
  ])('PUT %s too, whatever its body is: %s %s', async (url, type, body) => {
    const { status, body: refusal } = await emulator.call({ method: 'PUT', url, body, headers: { 'content-type': type } });
    expect([status, refusal]).toMatchObject([405, { code: 'G0006' }]);
  });

  test.each([
    ['HEAD', '/identity/token', 'POST'],
    ['OPTIONS', '/v1/clusters', 'GET, HEAD, POST'],
  ] as const)('%s %s too', async (method, url, allowed) => {
    const refused = await emulator.app.inject({ method, url });
    expect(refused.statusCode).toBe(405);
    expect(refused.headers.allow).toBe(allowed);
  });
});

describe('the operations of the real API', () => {
  const ids = Object.keys(operations) as OperationId[];
  const placeOf = (id: OperationId): string => `${operations[id].method} ${operations[id].path}`;

  test('are exactly 279, each at a place of its own', () => {
    expect(ids).toHaveLength(279);
    expect(new Set(ids.map(placeOf)).size).toBe(279);
  });

  const { paths } = emulator.document as unknown as { paths: Record<string, Record<string, { operationId: string }>> };
  const built = new Set(Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId)));

  test('are built in part, and those that are, are documented at their places', () => {
    for (const id of ids.filter((one) => built.has(one))) {
      expect([id, paths[operations[id].path]?.[operations[id].method.toLowerCase()]?.operationId]).toEqual([id, id]);
    }
    expect(ids.filter((id) => built.has(id)).length).toBeGreaterThan(30);
  });

  test.each(ids.filter((id) => !built.has(id)).map((id) => [id, placeOf(id)] as const))('%s (%s) is not built: 501 says so', async (id) => {
    const url = operations[id].path.replaceAll(/\{\w+\}/g, 'anything');
    for (const prefix of ['', '/global']) {
      expectRefusal(await emulator.call({ method: operations[id].method, url: `${prefix}${url}`, headers }), {
        status: 501,
        code: 'X0501',
        type: 'General',
        description: `The operation ${id} is not built in this emulator.`,
      });
    }
  });
});
