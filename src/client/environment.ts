import type { operations } from './openapi.js';
import { answerOf, type Schemas, type Transport } from './transport.js';

type Query = NonNullable<operations['getEnvironment']['parameters']['query']>;

/** A client of IBM's that variables lead to the emulator. */
export type ClientName = NonNullable<Query['client']>;

/** How variables are written down. */
export type EnvironmentFormat = NonNullable<Query['format']>;

/** The variables that lead a client, or all of them, to the emulator. */
export function environment(transport: Transport, query: Omit<Query, 'format'>): Promise<Schemas['Environment']> {
  return answerOf(transport.GET('/_emulator/env', { params: { query: { ...query, format: 'json' } } }));
}

/** The same as a text. */
export function environmentText(transport: Transport, query: Query): Promise<string> {
  return answerOf(transport.GET('/_emulator/env', { params: { query }, parseAs: 'text' }));
}
