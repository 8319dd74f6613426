import { calculateJwkThumbprint, type CryptoKey, exportJWK, generateKeyPair, importJWK } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../core/clock.js';
import type { PrismaClient, SigningKey as Row } from '../../generated/prisma/client.js';
import { ALGORITHM } from './facts.js';
import * as repository from './repository.js';

const PublicJwk = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() });
const PrivateJwk = PublicJwk.extend({
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

export interface SigningKey {
  /** The `kid` of the tokens it signed. */
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: z.output<typeof PublicJwk>;
}

export interface SigningKeys {
  /** The key to sign with, made at first need. */
  current(): Promise<SigningKey>;
  /** The key named by a token, of this process or another on the same database. */
  find(id: string | undefined): Promise<SigningKey | undefined>;
  /** All keys whose tokens are accepted. */
  list(): Promise<readonly SigningKey[]>;
}

/**
 * The keys of a database, kept in memory once read. Processes that make the first key at the same moment keep
 * both: from the next start on all sign with the older one, and each accepts what the other signed.
 */
export function createSigningKeys(database: PrismaClient, clock: Clock): SigningKeys {
  let known: readonly SigningKey[] = [];
  let making: Promise<SigningKey> | undefined;

  const reload = async (): Promise<readonly SigningKey[]> => {
    const rows = await repository.listSigningKeys(database);
    return (known = await Promise.all(rows.map(importKey)));
  };

  const readOrMake = async (): Promise<SigningKey> => {
    const [stored] = await reload();
    if (stored !== undefined) return stored;
    const made = await importKey(await repository.insertSigningKey(database, await generateKey(clock.now())));
    const [oldest = made] = await reload();
    return oldest;
  };

  // One at a time within the process: the first requests after a start come together.
  const current = async (): Promise<SigningKey> =>
    known[0] ?? (await (making ??= readOrMake().finally(() => (making = undefined))));

  return {
    current,
    find: async (id) => {
      const named = (key: SigningKey): boolean => key.id === id;
      return known.find(named) ?? (await reload()).find(named);
    },
    list: async () => {
      await current();
      return reload();
    },
  };
}

async function generateKey(createdAt: Date) {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const privateJwk = PrivateJwk.parse(await exportJWK(privateKey));
  return { id: await calculateJwkThumbprint(privateJwk), privateJwk, createdAt };
}

async function importKey({ id, privateJwk }: Row): Promise<SigningKey> {
  const publicJwk = PublicJwk.parse(privateJwk);
  return {
    id,
    privateKey: await importJWK(PrivateJwk.parse(privateJwk), ALGORITHM),
    publicKey: await importJWK(publicJwk, ALGORITHM),
    publicJwk,
  };
}
