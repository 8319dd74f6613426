import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { connectEmulator } from '../support/emulator.js';
import { seedAccount, seedFile } from './seed-support.js';
import { freshName, logIn } from './support.js';

const emulator = await connectEmulator();
const server = process.env['TEST_SERVER_URL'] ?? '';

const blocksOf = async (name: string, language: string): Promise<string[]> => {
  const text = await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block = '']) => block);
};

describe('docs/seed.md', () => {
  test('every seed that it shows can be planted', async () => {
    const blocks = await blocksOf('seed.md', 'yaml');
    expect(blocks).toHaveLength(2);
    for (const block of blocks) {
      const isFile = block.startsWith('accounts:');
      // Other tests own the account default, and their own names.
      const own = block.replace(/^ {2}default:$/m, `  ${freshName()}:`).replace(/^ {2}team-a:$/m, `  ${freshName()}:`);
      const seeded = isFile ? await seedFile(emulator, own) : await seedAccount(emulator, await emulator.account(), own);
      expect([seeded.status, seeded.text]).toEqual([200, expect.stringContaining('"clusters":[{') as unknown]);
    }
  });
});

describe.each(['seed.md', 'time.md'])('docs/%s', (name) => {
  test('every command that it shows is carried out', async () => {
    const account = await emulator.account();
    const token = await logIn(emulator, account.apiKey);
    const blocks = await blocksOf(name, 'sh');
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const own = block
        .replaceAll('http://127.0.0.1:4570', server)
        .replaceAll('/accounts/default/', `/accounts/${account.id}/`)
        .replaceAll('curl -s ', `curl -s --fail-with-body -H 'Authorization: Bearer ${token}' `);
      const { stdout } = await promisify(execFile)('bash', ['-e', '-c', own]);
      expect(stdout).not.toContain('incidentID');
    }
  });
});
