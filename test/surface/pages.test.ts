import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();
const get = (url: string) => emulator.app.inject({ method: 'GET', url });
const linksIn = (html: string): string[] => [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = '']) => link);

describe('the page at /', () => {
  test('is HTML and links to everything there is to see', async () => {
    const page = await get('/');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(linksIn(page.body)).toEqual(
      expect.arrayContaining(['/docs', '/openapi.json', '/openapi.yaml', '/livez', '/readyz', '/v1/clusters', '/_emulator/accounts', '/identity/keys']),
    );
  });

  test('has no link that leads nowhere, and none away from this machine', async () => {
    for (const link of linksIn((await get('/')).body)) {
      expect(link).toMatch(/^\/[^/]/);
      expect([link, (await get(link)).statusCode]).toEqual([link, 200]);
    }
  });

  test('is also what the bare prefix shows', async () => {
    expect((await get('/global')).body).toBe((await get('/')).body);
    expect((await get('/global/')).body).toBe((await get('/')).body);
  });
});

describe('Swagger UI at /docs', () => {
  test.each(['/docs', '/docs/', '/global/docs'])('%s is HTML, and all that it loads is served by this emulator', async (url) => {
    const page = await get(url);
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const assets = linksIn(page.body);
    expect(assets.length).toBeGreaterThan(4);
    for (const asset of assets) {
      expect(asset).toMatch(/^\/docs\/static\//);
      const { statusCode, rawPayload } = await get(asset);
      expect([asset, statusCode, rawPayload.length > 0]).toEqual([asset, 200, true]);
    }
  });

  test('shows this document, with every operation open to be tried', async () => {
    const script = (await get('/docs/static/swagger-initializer.js')).body;
    expect(script).toContain('"tryItOutEnabled":true');
    const shown = (await get('/docs/json')).json<object>();
    expect(shown).toEqual((await get('/openapi.json')).json());
  });
});

test.each(['/', '/livez', '/readyz', '/docs', '/openapi.json'])('%s is for anybody, also on a strict emulator', async (url) => {
  expect((await emulator.call({ method: 'GET', url, headers: { authorization: 'Bearer wrong' } })).status).toBe(200);
});
