import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();
const get = (url: string) => emulator.app.inject({ method: 'GET', url });

/** The directives of a content security policy. */
async function policyOf(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { headers } = await get(url);
  const directives = String(headers['content-security-policy']).split(';').map((directive) => directive.trim().split(' '));
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}

const digestOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe.each(['/', '/docs', '/docs/', '/docs/static/swagger-ui-bundle.js', '/docs/static/index.css'])('%s', (url) => {
  test('lets the browser load and call nothing but this server', async () => {
    const { 'style-src': styles = [], ...policy } = await policyOf(url);
    expect(policy).toEqual({
      'default-src': ["'self'"],
      'base-uri': ["'none'"],
      'connect-src': ["'self'"],
      'font-src': ["'self'", 'data:'],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'img-src': ["'self'", 'data:'],
      'object-src': ["'none'"],
      'script-src': ["'self'"],
      'script-src-attr': ["'none'"],
    });
    expect(styles.filter((source) => !source.startsWith("'sha256-"))).toEqual(["'self'"]);
  });

  test('stands in no frame, and asks for no HTTPS, which nobody speaks here', async () => {
    const { headers } = await get(url);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});

describe('the policy lets pages be what they are', () => {
  test('the style of the page at / is one of those that it names', async () => {
    const [, style = ''] = /<style>([^]*)<\/style>/.exec((await get('/')).body) ?? [];
    expect(style).toContain('font:');
    expect((await policyOf('/'))['style-src']).toContain(digestOf(style));
  });

  test('the style inside the logo of Swagger UI is another', async () => {
    const preset = (await get('/docs/static/swagger-ui-standalone-preset.js')).body;
    const [style = ''] = /\.logo_small_svg__cls-2\{[^"'`<]*/.exec(preset) ?? [];
    expect(style).not.toBe('');
    expect((await policyOf('/docs'))['style-src']).toContain(digestOf(style));
  });

  test.each(['/', '/docs'])('%s has no script and no style besides, and no handler in its elements', async (url) => {
    const { body } = await get(url);
    for (const [, attributes = '', script = ''] of body.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
      expect(attributes).toContain('src="/docs/static/');
      expect(script.trim()).toBe('');
    }
    expect(body).not.toMatch(/\s(on\w+|style)=/);
    expect(body.match(/<style>/g)?.length ?? 0).toBe(url === '/' ? 1 : 0);
  });
});

describe('what is no page', () => {
  test.each(['/v1/clusters', '/v1/clusters/nobodys', '/nowhere', '/v2/getCluster', '/livez', '/openapi.json', '/identity/keys', '/_emulator/accounts'])(
    '%s says that its content type is to be believed, and no more',
    async (url) => {
      const { headers } = await get(url);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(Object.keys(headers).filter((name) => /security|frame|referrer|cross-origin/.test(name))).toEqual([]);
    },
  );
});
