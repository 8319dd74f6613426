import { type Entry, fromBuffer } from 'yauzl';
import { parse } from 'yaml';
import type { TestAccount } from '../support/test-account.js';

// Here it is in no test's time: under Jest it takes seconds on a busy machine.
await import('reflect-metadata');
await import('@peculiar/x509');

/** An entry of a zip as an unpacking client sees it. */
export interface ZipEntry {
  readonly name: string;
  /** Unix permissions and file type, such as 0o100644. */
  readonly mode: number;
  readonly text: string;
}

/** The kubeconfig of kubectl as far as tests look at it. */
export interface KubeconfigBody {
  readonly 'current-context': string;
  readonly clusters: readonly [
    { readonly name: string; readonly cluster: { readonly server: string; readonly 'certificate-authority'?: string; readonly 'certificate-authority-data'?: string } },
  ];
  readonly contexts: readonly [{ readonly name: string; readonly context: Readonly<Record<string, string>> }];
  readonly users: readonly [
    {
      readonly name: string;
      readonly user: {
        readonly 'auth-provider'?: { readonly name: string; readonly config: Readonly<Record<string, string>> };
        readonly 'client-certificate'?: string;
        readonly 'client-key'?: string;
        readonly 'client-certificate-data'?: string;
        readonly 'client-key-data'?: string;
      };
    },
  ];
}

/** The entries of a zip in the order in which they are in it. */
export function unzip(bytes: Buffer): Promise<ZipEntry[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, archive) => {
      if (error !== null) return reject(error);
      const entries: ZipEntry[] = [];
      archive.on('end', () => resolve(entries));
      archive.on('error', reject);
      archive.on('entry', (entry: Entry) => {
        const { fileName: name, externalFileAttributes } = entry;
        archive.openReadStream(entry, (failure, stream) => {
          if (failure !== null) return reject(failure);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            entries.push({ name, mode: externalFileAttributes >>> 16, text: Buffer.concat(chunks).toString() });
            archive.readEntry();
          });
        });
      });
      archive.readEntry();
    });
  });
}

/** The text of the one file whose name fits. */
export function fileIn(entries: readonly ZipEntry[], name: RegExp): string {
  const found = entries.filter((entry) => name.test(entry.name));
  if (found.length !== 1) throw new Error(`${found.length} files fit ${String(name)} among ${entries.map((entry) => entry.name).join(', ')}`);
  return found[0]?.text ?? '';
}

export const readYaml = (text: string): KubeconfigBody => parse(text) as KubeconfigBody;

/** PEM that a kubeconfig holds inside itself. */
export const fromBase64 = (text: string | undefined): string => Buffer.from(text ?? '', 'base64').toString();

/** A cluster whose master answers, its workers still on their way; answers its id. */
export async function createReachableCluster(account: TestAccount, request: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await account.createCluster(request);
  await account.advance('5m');
  return id;
}
