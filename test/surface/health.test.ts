import { afterAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { buildApp } from '../../src/app.js';
import { realClock } from '../../src/core/clock.js';
import { wait } from '../../src/core/wait.js';
import { connectDatabase } from '../../src/database/connection.js';
import { connectOnce } from '../../src/database/connect-once.js';
import { Gateway } from '../support/gateway.js';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanups.reverse()) await cleanUp();
});

async function serve(url: string) {
  const database = connectDatabase(url, { poolSize: 2 });
  const app = await buildApp({ database, clock: realClock, defaultSpeed: 30, auth: 'lenient', logger: pino({ level: 'silent' }) });
  cleanups.push(async () => {
    await app.close();
    await database.close();
  });
  return async (path: string, method: 'GET' | 'POST' = 'GET', payload?: object) => {
    const response = await app.inject({ method, url: path, ...(payload !== undefined && { payload }) });
    return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
  };
}

const unavailable = {
  status: 500,
  body: { incidentID: expect.any(String), code: 'A0002', description: 'The database cannot be reached. Try again later.', type: 'Authentication' },
};

async function openGateway(): Promise<Gateway> {
  const gateway = new Gateway(new URL(process.env['TEST_DATABASE_URL'] ?? ''));
  await gateway.open();
  cleanups.push(() => gateway.close());
  return gateway;
}

describe('while the database cannot be reached', () => {
  test('the process is alive, not ready, and answers calls with 500 A0002', async () => {
    const call = await serve('postgresql://nobody@127.0.0.1:1/none');
    expect(await call('/livez')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await call('/readyz')).toEqual({ status: 503, body: { status: 'unavailable' } });
    for (const path of ['/v1/clusters', '/global/v1/clusters/shop', '/v2/getCluster?cluster=shop', '/v1/subnets', '/_emulator/accounts']) {
      expect(await call(path)).toEqual(unavailable);
    }
    expect(await call('/v1/clusters', 'POST', { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' })).toEqual(unavailable);
    expect(await call('/_emulator/accounts', 'POST', { name: 'shop' })).toEqual(unavailable);
  });

  test('what needs no database is answered: the catalogue, refusals, the documents', async () => {
    const call = await serve('postgresql://nobody@127.0.0.1:1/none');
    for (const path of ['/v1/versions', '/v1/zones', '/v2/getFlavors?zone=dal10', '/openapi.json']) expect((await call(path)).status).toBe(200);
    expect((await call('/v2/getFlavors')).status).toBe(400);
    expect((await call('/nowhere')).status).toBe(404);
    expect((await call('/v2/storage/satellite/getAssignments')).status).toBe(501);
  });

  test('the services beside the container API answer 500 in their own envelope, and say why', async () => {
    const call = await serve('postgresql://nobody@127.0.0.1:1/none');
    for (const path of ['/v2/resource_groups', '/v3/tags', '/coe/v2/accounts']) {
      expect(await call(path)).toMatchObject({ status: 500, body: { errors: [{ message: 'The database cannot be reached. Try again later.' }], status_code: 500 } });
    }
  });

  test('IAM answers 500 in its own envelope', async () => {
    const call = await serve('postgresql://nobody@127.0.0.1:1/none');
    const answer = await call('/identity/token?grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=k', 'POST');
    expect(answer).toMatchObject({ status: 500, body: { errorCode: 'BXNIM0060E', errorDetails: 'HTTP 500 Internal Server Error' } });
  });
});

describe('when the database goes and comes back', () => {
  test('the emulator is ready, then not, then ready again, without a restart', async () => {
    const gateway = await openGateway();
    const call = await serve(gateway.url);
    expect(await call('/readyz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect((await call('/_emulator/accounts')).status).toBe(200);

    await gateway.close();
    expect(await call('/readyz')).toEqual({ status: 503, body: { status: 'unavailable' } });
    expect(await call('/v1/clusters')).toEqual(unavailable);

    await gateway.open();
    expect(await call('/readyz')).toEqual({ status: 200, body: { status: 'ok' } });
    expect((await call('/v1/clusters')).status).toBe(200);
  });

  test('while all its connections wait, it is not ready, and says so soon; when they wait no longer, it is', async () => {
    const call = await serve(process.env['TEST_DATABASE_URL'] ?? '');
    const names = ['one', 'two', 'three'].map((name) => `waiting-${name}-${process.hrtime.bigint().toString(36)}`);
    for (const name of names) await call('/_emulator/accounts', 'POST', { name });
    const other = await connectOnce(process.env['TEST_DATABASE_URL'] ?? '');
    cleanups.push(() => other.end());
    await other.query('BEGIN');
    await other.query('SELECT FROM accounts WHERE name = ANY ($1) FOR UPDATE', [names]);
    const waiting = names.map((name) => call(`/_emulator/accounts/${name}/clock/advance`, 'POST', { by: '1h' }));
    for (let tries = 0; tries < 100 && (await call('/readyz')).status === 200; tries += 1) await wait(20);
    expect((await call('/readyz')).status).toBe(503);
    expect((await call('/livez')).status).toBe(200);

    await other.query('COMMIT');
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await call('/readyz')).status).toBe(200);
  });

  test('while it answers late, it is not ready, and says so soon', async () => {
    const gateway = await openGateway();
    const call = await serve(gateway.url);
    expect((await call('/readyz')).status).toBe(200);
    gateway.slowDown(3_000);
    expect((await call('/readyz')).status).toBe(503);
  });

  test.each([0, 1, 2, 3, 4, 5])('a connection that breaks in the middle of a change (after %i messages) is a 500 A0002, and nothing of the change stays', async (messages) => {
    const gateway = await openGateway();
    const call = await serve(gateway.url);
    const name = `broken-${messages}-${process.hrtime.bigint().toString(36)}`;
    const { body: account } = await call('/_emulator/accounts', 'POST', { name });
    gateway.breakAfter(messages);
    expect(await call(`/_emulator/accounts/${name}/clock/advance`, 'POST', { by: '1h' })).toEqual(unavailable);
    gateway.breakAfter(Infinity);
    const { status, body } = await call(`/_emulator/accounts/${name}/clock`);
    expect(status).toBe(200);
    expect(Date.parse(String(body['now'])) - Date.parse(String(account['createdAt']))).toBeLessThan(1_800_000);
  });
});
