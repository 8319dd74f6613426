import { PrismaPg } from '@prisma/adapter-pg';
import { decodeProtectedHeader } from 'jose';
import { randomUUID } from '../../src/core/ids.js';
import { createTokenService, type TokenService } from '../../src/domains/identity/tokens.js';
import { PrismaClient } from '../../src/generated/prisma/client.js';
import { bearer, type IdentityFixture, MovableClock, openIdentity } from './support.js';

let identity: IdentityFixture;

beforeAll(() => {
  identity = openIdentity();
});
afterAll(() => identity.close());

/** Runs `work` on a table of keys that is empty and that no other test sees. */
async function onEmptyTable(work: (database: PrismaClient) => Promise<void>): Promise<void> {
  const schema = `keys_${randomUUID().replaceAll('-', '')}`;
  await identity.database.$executeRawUnsafe(`CREATE SCHEMA ${schema}`);
  await identity.database.$executeRawUnsafe(`CREATE TABLE ${schema}.signing_keys (LIKE public.signing_keys INCLUDING ALL)`);
  const connectionString = process.env['TEST_DATABASE_URL'];
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString }, { schema }) });
  try {
    await work(database);
  } finally {
    await database.$disconnect();
    await identity.database.$executeRawUnsafe(`DROP SCHEMA ${schema} CASCADE`);
  }
}

const open = (database: PrismaClient): TokenService => createTokenService({ database, clock: new MovableClock() });

const issue = async (tokens: TokenService): Promise<string> => (await tokens.issue('access', bearer())).token;

const accepts = async (tokens: TokenService, token: string): Promise<boolean> => (await tokens.verify(token, 'access')).valid;

test('the first tokens of a process, asked for at once, share one key', () =>
  onEmptyTable(async (database) => {
    const tokens = open(database);
    await Promise.all([issue(tokens), issue(tokens), issue(tokens), tokens.jwks()]);
    expect(await database.signingKey.count()).toBe(1);
  }));

test('processes that start at once accept the tokens of each other', () =>
  onEmptyTable(async (database) => {
    const processes = [open(database), open(database), open(database)];
    const issued = await Promise.all(processes.map(issue));
    for (const tokens of processes) {
      for (const token of issued) expect(await accepts(tokens, token)).toBe(true);
    }
  }));

test('a restart keeps the key: older tokens hold and new ones are signed with it', () =>
  onEmptyTable(async (database) => {
    const before = await issue(open(database));
    const restarted = open(database);
    expect(await accepts(restarted, before)).toBe(true);
    expect(decodeProtectedHeader(await issue(restarted)).kid).toBe(decodeProtectedHeader(before).kid);
    expect(await database.signingKey.count()).toBe(1);
  }));

test('a key that another process made later is found, and listed', () =>
  onEmptyTable(async (database) => {
    const early = open(database);
    await issue(early);
    const late = await makeKeyUnawareOfOthers(database);
    expect(await accepts(early, late.token)).toBe(true);
    expect((await early.jwks()).keys.map(({ kid }) => kid)).toContain(late.kid);
    expect((await early.jwks()).keys).toHaveLength(2);
  }));

/** What a process does that saw the table empty a moment before. */
async function makeKeyUnawareOfOthers(database: PrismaClient): Promise<{ token: string; kid: string | undefined }> {
  const others = await database.signingKey.findMany();
  await database.signingKey.deleteMany();
  const token = await issue(open(database));
  await database.signingKey.createMany({ data: others.map((key) => ({ ...key, privateJwk: key.privateJwk as object })) });
  return { token, kid: decodeProtectedHeader(token).kid };
}

test('the private parts of a key are never listed', () =>
  onEmptyTable(async (database) => {
    const tokens = open(database);
    await issue(tokens);
    const { keys } = await tokens.jwks();
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  }));
