import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import { type Entry, journalOf } from './support.js';

const emulator = await connectEmulator();

async function lastOf(account: TestAccount): Promise<Entry | undefined> {
  return (await journalOf(emulator, account).read()).entries.at(-1);
}

const MOST_BYTES = 16_384;
const BEGINNING = 1_024;

describe('a body in the journal', () => {
  test('of more than 16 KB is cut, as text, and its size told', async () => {
    const account = await emulator.account();
    const sent = { name: 'shop', unknown: 'é'.repeat(20_000) };
    await account.post('/v1/clusters', sent);
    const body = (await lastOf(account))?.request.body;
    expect(body).toMatchObject({ kind: 'text', truncated: true, bytes: Buffer.byteLength(JSON.stringify(sent)) });
    expect(JSON.stringify(sent).startsWith(String(body?.content))).toBe(true);
    expect(Buffer.byteLength(String(body?.content))).toBeLessThanOrEqual(BEGINNING);
    expect(Buffer.byteLength(String(body?.content))).toBeGreaterThan(BEGINNING - 4);
  });

  test('of very much more is cut too', async () => {
    const account = await emulator.account();
    const sent = { name: 'shop', unknown: 'x'.repeat(900_000) };
    await account.post('/v1/clusters', sent);
    expect((await lastOf(account))?.request.body).toEqual({
      contentType: 'application/json',
      bytes: 900_028,
      kind: 'text',
      truncated: true,
      content: JSON.stringify(sent).slice(0, BEGINNING),
    });
  });

  test('of exactly 16 KB is kept whole', async () => {
    const account = await emulator.account();
    const empty = JSON.stringify({ unknown: '' }).length;
    await account.post('/v1/clusters', { unknown: 'x'.repeat(MOST_BYTES - empty) });
    expect((await lastOf(account))?.request.body).toMatchObject({ kind: 'json', truncated: false, bytes: MOST_BYTES });
  });

  test('in an answer of more than 16 KB is cut too', async () => {
    const account = await emulator.account();
    await account.createCluster({ workerNum: 40 });
    const { text } = await account.get('/v1/clusters/shop/workers');
    expect(Buffer.byteLength(text)).toBeGreaterThan(MOST_BYTES);
    expect((await lastOf(account))?.answer?.body).toEqual({
      contentType: 'application/json; charset=utf-8',
      bytes: Buffer.byteLength(text),
      kind: 'text',
      truncated: true,
      content: text.slice(0, BEGINNING),
    });
  });

  test('that is too large to be read is told of by its size alone', async () => {
    const account = await emulator.account();
    const { status } = await account.post('/v1/clusters', { name: 'x'.repeat(1_100_000) });
    expect(status).toBe(413);
    expect(await lastOf(account)).toMatchObject({ status: 413, request: { body: { truncated: true, content: null, bytes: 1_100_011 } } });
  });

  test('that is no JSON is kept as text', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', '{"name": "shop"');
    expect(await lastOf(account)).toMatchObject({ status: 400, request: { body: { kind: 'text', truncated: false, content: '{"name": "shop"' } } });
  });

  test('of another content type is kept as the text that it is', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', '<name>shop</name>', { 'content-type': 'application/xml' });
    expect(await lastOf(account)).toMatchObject({ status: 415, request: { body: { contentType: 'application/xml', kind: 'text', content: '<name>shop</name>' } } });
  });

  test('with what Postgres cannot store is kept without it', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', '{"name": "a\\u0000b\\ud800", "c\\u0000": 1}');
    expect(await lastOf(account)).toMatchObject({ status: 400, request: { body: { kind: 'json', content: { name: 'a\uFFFDb\uFFFD', 'c\uFFFD': 1 } } } });
  });

  test('nested without end is kept as deep as anybody needs', async () => {
    const account = await emulator.account();
    await account.post('/v1/clusters', `${'['.repeat(8_000)}${']'.repeat(8_000)}`);
    expect(JSON.stringify((await lastOf(account))?.request.body?.content)).toBe(`${'['.repeat(50)}"[nested too deeply]"${']'.repeat(50)}`);
  });

  test('that is a zip is described', async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    const { bytes } = await account.get('/v1/clusters/shop/config');
    expect((await lastOf(account))?.answer?.body).toEqual({ contentType: 'application/zip', bytes: bytes.length, kind: 'binary', truncated: false, content: null });
  });

  test('that is a form is kept by its fields', async () => {
    const account = await emulator.account();
    const [entry] = (await journalOf(emulator, account).read({ operation: 'iamToken' })).entries;
    expect(entry?.request.body).toMatchObject({
      contentType: 'application/x-www-form-urlencoded',
      kind: 'json',
      content: { grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: '[redacted]' },
    });
    expect(entry?.answer?.body?.content).toMatchObject({ access_token: '[redacted]', refresh_token: '[redacted]', token_type: 'Bearer', expires_in: 3600 });
  });
});
