import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import { clusterRequest, expectNothingWritten, expectRefusal, invalid, type Refusal } from './refusals.js';

const emulator = await connectEmulator();

const unreadable = (problem: string): Refusal => ({
  status: 400,
  code: 'E0022',
  type: 'General',
  description: `The request body cannot be read as JSON: ${problem}.`,
});
const missing: Refusal = {
  status: 400,
  code: 'E0020',
  type: 'Provisioning',
  description: 'Required fields are missing: name, dataCenter, machineType.',
};
const object = invalid('the request body must be an object');
const dangerous = invalid('the request body must not have the keys __proto__ and constructor.prototype');
const good = JSON.stringify(clusterRequest);
const nested = (levels: number, inner = ''): string => '['.repeat(levels) + inner + ']'.repeat(levels);

async function expectRefused(body: string, refusal: Refusal, contentType = 'application/json'): Promise<void> {
  const account = await emulator.account();
  await expectNothingWritten(emulator, account, async () => {
    expectRefusal(await account.post('/v1/clusters', body, { 'content-type': contentType }), refusal);
  });
}

describe('a body that is no JSON is refused with the reason', () => {
  // V8 words the end of a text in its own way from version to version; the beginning is ours.
  test.each(['{', '{"name": "shop"', good.slice(0, -1), '{"name" "shop"}', `${good}x`, "{'name': 'shop'}", 'nul', 'name=shop', '<cluster/>', '{"a":1,}'])(
    '%s',
    async (body) => {
      const account = await emulator.account();
      await expectNothingWritten(emulator, account, async () => {
        const refused = await account.post<{ description: string }>('/v1/clusters', body);
        const { description } = refused.body;
        expect(description).toMatch(/^The request body cannot be read as JSON: (Unexpected|Expected|Bad) .+\.$/);
        expectRefusal(refused, unreadable(description.slice('The request body cannot be read as JSON: '.length, -1)));
      });
    },
  );
});

describe('a body that is JSON and no object is refused', () => {
  test.each(['[]', `[${good}]`, '"shop"', '5', 'true', nested(100_000)])('%.40s', (body) => expectRefused(body, object));

  test('null and nothing count as an object without fields', async () => {
    await expectRefused('null', missing);
    await expectRefused('', missing);
    await expectRefused(' \n', missing);
    await expectRefused('{}', missing);
  });
});

test('a field that is a word or a number says what it may be', async () => {
  const account = await emulator.account();
  const refused = await account.patch(`/_emulator/accounts/${account.id}`, { speed: ['fast'], requestQuota: 'many' });
  expectRefusal(refused, invalid("speed must be 'instant' or a number above 0 and up to 1000000; requestQuota must be 'off' or a whole number from 1 to 1000000"));
});

test('a body may be left out where none of its fields is required, and the document says so', async () => {
  const account = await emulator.account();
  const isRequired = (id: string): unknown => (emulator.contract.operation(id).requestBody as { required: boolean }).required;
  expect([isRequired('updateAccount'), isRequired('createCluster')]).toEqual([false, true]);
  expect((await account.patch(`/_emulator/accounts/${account.id}`)).status).toBe(200);
});

describe('JSON made to break servers', () => {
  test('deep nesting in a field is a wrong type', () =>
    expectRefused(`{"name": ${nested(100_000)}, "dataCenter": "dal10", "machineType": "b3c.4x16"}`, invalid('name must be a string')));

  test('deep nesting in an unknown field is ignored as the field is', async () => {
    const account = await emulator.account();
    const created = await account.post('/v1/clusters', `${good.slice(0, -1)}, "unknown": ${nested(100_000)}}`);
    expect(created.status).toBe(201);
  });

  test.each(['{"__proto__": {"name": "shop"}}', '{"name": "shop", "__proto__": null}', '{"constructor": {"prototype": {"name": "shop"}}}', '{"unknown": {"__proto__": {}}}'])(
    '%s is refused, for no caller means it',
    async (body) => {
      await expectRefused(body, dangerous);
      expect(({} as { name?: unknown }).name).toBeUndefined();
    },
  );

  test('a number beyond all numbers is refused', () =>
    expectRefused('{"name":"shop","dataCenter":"dal10","machineType":"b3c.4x16","workerNum":1e999}', invalid('workerNum must be a number')));

  test('a key that is given twice counts once', async () => {
    const account = await emulator.account();
    const created = await account.post('/v1/clusters', `${good.slice(0, -1)}, "name": "second"}`);
    expect(created.status).toBe(201);
    expect((await account.get('/v1/clusters/second')).status).toBe(200);
  });
});

describe('the size of a body', () => {
  const tooLarge: Refusal = { status: 413, code: 'G0007', type: 'General', description: 'The request body is larger than 1048576 bytes.' };

  test('of 10 MB is refused with 413', () => expectRefused(JSON.stringify({ ...clusterRequest, unknown: 'x'.repeat(10_000_000) }), tooLarge));

  test('is told also to a client that sends all of it before it reads the answer', async () => {
    const { hostname, port } = new URL(process.env['TEST_SERVER_URL'] ?? '');
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    const send = (part: string) => new Promise<void>((resolve, reject) => socket.write(part, (error) => (error ? reject(error) : resolve())));
    await send(`POST /v1/clusters HTTP/1.1\r\nHost: emulator\r\nContent-Type: application/json\r\nContent-Length: ${8 * 2 ** 20}\r\n\r\n`);
    for (let megabyte = 0; megabyte < 8; megabyte += 1) await send('x'.repeat(2 ** 20));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('of one byte too many is refused, one less is taken', async () => {
    const fill = (size: number): string => good.slice(0, -1) + ' '.repeat(size - good.length) + '}';
    await expectRefused(fill(1_048_577), tooLarge);
    const account = await emulator.account();
    expect((await account.post('/v1/clusters', fill(1_048_576))).status).toBe(201);
  });
});

describe('the content type of a body', () => {
  test.each(['application/xml', 'text/plain', 'multipart/form-data; boundary=x', 'application/jsonx', 'application'])('%s is refused with 415', (type) =>
    expectRefused(good, {
      status: 415,
      code: 'G0008',
      type: 'General',
      description: `The content type '${type.split(';')[0] ?? ''}' is not supported. Send application/json.`,
    }, type),
  );

  test('is of no interest where there is no body', async () => {
    const account = await emulator.account();
    expect((await account.get('/v1/clusters', { 'content-type': 'application/xml' })).status).toBe(200);
  });
});
