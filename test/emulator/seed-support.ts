import type { Answer } from '../support/contract.js';
import type { Emulator } from '../support/emulator.js';
import type { ErrorBody } from './support.js';

export interface SeededBody {
  readonly clusters: readonly { readonly id: string; readonly name: string; readonly state: string }[];
  readonly vlans: readonly { readonly id: string; readonly name: string | null }[];
  readonly faults: number;
}

export interface SeededFileBody {
  readonly accounts: readonly (SeededBody & {
    readonly name: string;
    readonly id: string;
    readonly apiKey?: string;
    readonly outcome: 'created' | 'reset' | 'left alone';
  })[];
}

/** Posts YAML as it is, and anything else as JSON. */
function post<Body>(emulator: Emulator, url: string, seed: unknown): Promise<Answer<Body & ErrorBody>> {
  const type = typeof seed === 'string' ? 'application/yaml' : 'application/json';
  return emulator.call({ method: 'POST', url, body: seed, headers: { 'content-type': type } }) as Promise<Answer<Body & ErrorBody>>;
}

/** Adds what a seed tells of to an account. */
export const seedAccount = (emulator: Emulator, account: { readonly id: string }, seed: unknown) =>
  post<SeededBody>(emulator, `/_emulator/accounts/${account.id}/seed`, seed);

/** Sends a whole seed file. */
export const seedFile = (emulator: Emulator, seed: unknown) => post<SeededFileBody>(emulator, '/_emulator/seed', seed);
