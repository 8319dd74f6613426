import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { formats } from '../../src/emulator/environment/formats.js';
import { anyApiKey, clients, environmentOf } from '../../src/emulator/environment/variables.js';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();
const bash = promisify(execFile);

/** Where readers find the emulator. */
const usualUrl = 'http://127.0.0.1:4570';

const text = await readFile(new URL('../../docs/clients.md', import.meta.url), 'utf8');

/** The blocks that readers paste, by the comment above each. */
const blocks = [...text.matchAll(/(?:^<!-- (?<marker>[^\n]+) -->\n)?^```sh\n(?<block>.*?)^```$/gms)].map(({ groups = {} }) => ({
  marker: groups['marker'],
  block: groups['block'] ?? '',
}));

const blockOf = (marker: string): string | undefined => blocks.find((candidate) => candidate.marker === marker)?.block;

describe('docs/clients.md', () => {
  test.each(clients)('has the block of %s, just as the emulator prints it', async (client) => {
    const block = blockOf(`environment ${client}`);
    expect(block).toBe(formats.sh.print(environmentOf({ origin: usualUrl, apiKey: anyApiKey }, client)));
    const printed = await emulator.call({ method: 'GET', url: `/_emulator/env?client=${client}`, headers: { host: new URL(usualUrl).host } });
    expect(printed.text).toBe(block);
  });

  test('has no block that nothing proves', () => {
    expect(blocks.map(({ marker }) => marker).filter((marker) => marker !== 'run')).toEqual(clients.map((client) => `environment ${client}`));
  });

  test('has commands that work in a shell with the variables set, and leave a proxy alone', async () => {
    const url = await emulator.app.listen({ host: '127.0.0.1', port: 0 });
    const script = [blockOf('environment curl') ?? '', ...blocks.filter(({ marker }) => marker === 'run').map(({ block }) => block)].join('\n');
    const after = 'printf "\\n%s\\n" "$IBMCLOUD_UAA_ENDPOINT"';
    let connections = 0;
    const proxy = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const env = { PATH: process.env['PATH'], http_proxy: address, HTTPS_PROXY: address, NO_PROXY: '127.0.0.1,localhost' };
    const { stdout } = await bash('bash', ['--norc', '-euo', 'pipefail', '-c', `${script}\n${after}`.replaceAll(usualUrl, url)], { env });
    proxy.close();
    expect(connections).toBe(0);
    const [clusters = '', endpoint] = stdout.trim().split('\n');
    expect([JSON.parse(clusters), endpoint]).toEqual([expect.any(Array), url]);
  });
});

test('README.md leads to it', async () => {
  expect(await readFile(new URL('../../README.md', import.meta.url), 'utf8')).toContain('](docs/clients.md)');
});
