import { answerOf, type Schemas, type Transport } from './transport.js';

/** A body as the transport takes it: data as JSON, a text as the YAML that it is. */
const asText = { bodySerializer: (text: unknown) => String(text), headers: { 'Content-Type': 'application/yaml' } };
const formOf = (seed: unknown): Partial<typeof asText> => (typeof seed === 'string' ? asText : {});

/** Makes accounts with all that a seed tells of, or none of them. */
export function seedAccounts(transport: Transport, seed: Schemas['SeedFile'] | string): Promise<Schemas['SeededFile']> {
  return answerOf(transport.POST('/_emulator/seed', { body: seed as Schemas['SeedFile'], ...formOf(seed) }));
}

/** Adds to one account what a seed tells of, all of it or nothing. */
export function seedAccount(transport: Transport, account: string, seed: Schemas['AccountSeed'] | string): Promise<Schemas['SeededAccount']> {
  const params = { path: { account } };
  return answerOf(transport.POST('/_emulator/accounts/{account}/seed', { params, body: seed as Schemas['AccountSeed'], ...formOf(seed) }));
}
