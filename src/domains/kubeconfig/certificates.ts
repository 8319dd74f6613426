import { createPrivateKey, webcrypto } from 'node:crypto';
import type * as X509 from '@peculiar/x509';

/** A certificate and the private key that belongs to it, both as PEM. */
export interface KeyedCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

/** The distinguished name of who a certificate is about: what Kubernetes reads as user and group. */
export interface Subject {
  readonly organization: string;
  readonly commonName: string;
}

/** P-256: made in under a millisecond off the event loop, and taken by every client of a Kubernetes API server. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const AUTHORITY_YEARS = 10;
const CLIENT_YEARS = 1;
/** Callers' clocks may be behind a little. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Makes a certificate authority that signs for itself, valid from the real moment `now` on. */
export async function createAuthority(subject: Subject, now: Date): Promise<KeyedCertificate> {
  const x509 = await loadX509();
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...validity(now, AUTHORITY_YEARS),
      name: toName(subject),
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { certificate: print(certificate.toString('pem')), privateKey: await exportKey(keys.privateKey) };
}

/** Makes a certificate by which `subject` logs in at an API server, signed by the authority, valid from `now` on. */
export async function issueClientCertificate(authority: KeyedCertificate, subject: Subject, now: Date): Promise<KeyedCertificate> {
  const x509 = await loadX509();
  const issuer = new x509.X509Certificate(authority.certificate);
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.create(
    {
      ...validity(now, CLIENT_YEARS),
      subject: toName(subject),
      issuer: issuer.subjectName,
      publicKey: keys.publicKey,
      signingKey: await importKey(authority.privateKey),
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
        await x509.AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { certificate: print(certificate.toString('pem')), privateKey: await exportKey(keys.privateKey) };
}

/** Loaded at the first certificate: it takes longer to load than the rest of the server, and most runs need none. */
async function loadX509(): Promise<typeof X509> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

function validity(now: Date, years: number): { notBefore: Date; notAfter: Date } {
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(now.getUTCFullYear() + years);
  return { notBefore: new Date(now.getTime() - CLOCK_SKEW_MS), notAfter };
}

const toName = ({ organization, commonName }: Subject): Record<string, string[]>[] => [{ O: [organization] }, { CN: [commonName] }];

const generateKeys = (): Promise<webcrypto.CryptoKeyPair> => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'pem', type: 'pkcs8' }).toString();
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = createPrivateKey(pem).export({ format: 'der', type: 'pkcs8' });
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}

/** PEM as a text file: with its last line ended. */
const print = (pem: string): string => `${pem.trimEnd()}\n`;
