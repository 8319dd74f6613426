import type { Answer } from '../support/contract.js';
import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { ErrorBody } from './support.js';

interface ExplainedAction {
  readonly action: string;
  readonly outcome: 'done' | 'no effect' | 'refused';
  readonly refusal: { readonly status: number; readonly code: string; readonly description: string } | null;
  readonly calls: readonly { readonly operationId: string; readonly method: string; readonly path: string; readonly status: number }[];
}

export interface ExplanationBody {
  readonly summary: string;
  readonly kind: string;
  readonly id: string;
  readonly name: string | null;
  readonly cluster: { readonly id: string; readonly name: string; readonly shownAs: string };
  readonly state: string;
  readonly since: string;
  readonly rule: string;
  readonly means: string;
  readonly next: { readonly state: string; readonly at: string; readonly rule: string } | null;
  readonly waitsFor: string | null;
  readonly actions: readonly ExplainedAction[];
}

export const explain = (emulator: Emulator, account: { readonly id: string }, resource: string) =>
  emulator.call({ method: 'GET', url: `/_emulator/accounts/${account.id}/explain?resource=${encodeURIComponent(resource)}` }) as Promise<
    Answer<ExplanationBody & ErrorBody>
  >;

/** Arms a fault with the given effect. */
export async function arm(emulator: Emulator, account: { readonly id: string }, type: string): Promise<void> {
  const armed = await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/faults`, body: { effect: { type } } });
  if (armed.status !== 201) throw new Error(`The fault was not armed: ${armed.text}`);
}

/** An account to which calls can be made that leave nothing behind. */
export async function withUndo(emulator: Emulator, account: TestAccount) {
  const snapshots = `/_emulator/accounts/${account.id}/snapshots`;
  const saved = await emulator.call({ method: 'POST', url: snapshots, body: { name: 'before' } });
  if (saved.status !== 201) throw new Error(saved.text);
  return async (send: () => Promise<Answer>): Promise<Answer> => {
    const answer = await send();
    if (answer.status < 300) await emulator.call({ method: 'POST', url: `${snapshots}/before/restore` });
    return answer;
  };
}

/** Moves time on until the resource is in the state. */
export async function waitFor(emulator: Emulator, account: TestAccount, resource: string, state: string): Promise<void> {
  while ((await explain(emulator, account, resource)).body.state !== state) {
    if ((await account.settle('next')).length === 0) throw new Error(`${resource} never came to ${state}.`);
  }
}
