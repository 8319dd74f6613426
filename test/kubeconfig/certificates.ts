import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';

/**
 * Fails unless the client certificate is the key's, the authority signed it, both hold now, and OpenSSL, where
 * the machine has it, takes the chain for logging in at a server.
 */
export function expectValidLogin(authorityPem: string, clientPem: string, keyPem: string): void {
  const authority = new X509Certificate(authorityPem);
  const client = new X509Certificate(clientPem);
  expect(authority.ca).toBe(true);
  expect(authority.checkIssued(authority)).toBe(true);
  expect(authority.verify(authority.publicKey)).toBe(true);
  expect(client.ca).toBe(false);
  expect(client.checkIssued(authority)).toBe(true);
  expect(client.verify(authority.publicKey)).toBe(true);
  expect(client.checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
  expect(client.subject.split('\n')).toContain('O=system:masters');
  for (const { validFrom, validTo } of [authority, client]) {
    expect(new Date(validFrom).getTime()).toBeLessThan(Date.now());
    expect(new Date(validTo).getTime()).toBeGreaterThan(Date.now() + 300 * 86_400_000);
  }
  expect(verifyWithOpenSsl(authorityPem, clientPem)).toMatch(/: OK\n$|^no openssl$/);
}

function verifyWithOpenSsl(authorityPem: string, clientPem: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'certificates-'));
  const [authority, client] = [join(directory, 'ca.pem'), join(directory, 'client.pem')];
  writeFileSync(authority, authorityPem);
  writeFileSync(client, clientPem);
  try {
    return execFileSync('openssl', ['verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', authority, client], { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'no openssl';
    throw error;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
