import type { Answer } from '../support/contract.js';
import type { Emulator } from '../support/emulator.js';
import type { Transition } from '../support/test-account.js';

export interface AccountBody {
  readonly id: string;
  readonly name: string;
  readonly apiKey?: string;
  readonly createdAt: string;
  readonly now: string;
  readonly speed: number | string;
  readonly frozen: boolean;
}

interface ClockBody {
  readonly now: string;
  readonly frozen: boolean;
  readonly speed: number | 'instant';
  readonly nextDueAt: string | null;
  readonly transitions?: readonly Transition[];
}

export interface ErrorBody {
  readonly code: string;
  readonly description: string;
}

let names = 0;

/** A name that no other test takes. */
export function freshName(): string {
  names += 1;
  return `control-${process.pid}-${process.hrtime.bigint().toString(36)}-${names}`;
}

/** Logs in with an API key. */
export async function logIn(emulator: Emulator, apiKey: string): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey });
  const login = await emulator.call({
    method: 'POST',
    url: '/identity/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  return (login.body as { access_token: string }).access_token;
}

/** The control API of one account: no token is needed for it. */
export function controlOf(emulator: Emulator, account: { readonly id: string }) {
  const url = `/_emulator/accounts/${account.id}`;
  return {
    read: () => emulator.call({ method: 'GET', url }) as Promise<Answer<AccountBody>>,
    update: (body: unknown) => emulator.call({ method: 'PATCH', url, body }) as Promise<Answer<AccountBody & ErrorBody>>,
    remove: () => emulator.call({ method: 'DELETE', url }),
    clock: () => emulator.call({ method: 'GET', url: `${url}/clock` }) as Promise<Answer<ClockBody>>,
    set: (body: unknown) => emulator.call({ method: 'PATCH', url: `${url}/clock`, body }) as Promise<Answer<ClockBody & ErrorBody>>,
    move: (action: 'advance' | 'settle' | 'freeze' | 'unfreeze', body?: unknown) =>
      emulator.call({ method: 'POST', url: `${url}/clock/${action}`, body }) as Promise<Answer<ClockBody & ErrorBody>>,
  };
}
