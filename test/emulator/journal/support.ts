import type { Answer } from '../../support/contract.js';
import type { Call, Emulator } from '../../support/emulator.js';

interface Body {
  readonly contentType: string | null;
  readonly bytes: number;
  readonly kind: 'json' | 'text' | 'binary';
  readonly truncated: boolean;
  readonly content: unknown;
}

export interface Entry {
  readonly sequence: number;
  readonly at: string;
  readonly durationMs: number;
  readonly requestId: string;
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly fault: unknown;
  readonly request: { readonly query: Record<string, unknown>; readonly headers: Record<string, unknown>; readonly body: Body | null };
  readonly answer: { readonly body: Body | null } | null;
  readonly help: readonly { readonly problem: string; readonly where: string; readonly text: string; readonly nearest: readonly string[] }[];
}

export interface JournalPage {
  readonly count: number;
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

type Query = Readonly<Record<string, string>>;

/** The journal of one account, in the hands of a test. */
export function journalOf(emulator: Pick<Emulator, 'call'>, { id }: { readonly id: string }) {
  const url = `/_emulator/accounts/${id}/journal`;
  const call = (method: Call['method'], path = '', body?: unknown): Promise<Answer> => emulator.call({ method, url: `${url}${path}`, body });
  const ask = (query: Query): Promise<Answer<JournalPage>> => call('GET', `?${new URLSearchParams(query).toString()}`) as Promise<Answer<JournalPage>>;
  return {
    url,
    ask,
    read: async (query: Query = {}): Promise<JournalPage> => {
      const answer = await ask(query);
      if (answer.status !== 200) throw new Error(`The journal was not read: ${answer.text}`);
      return answer.body;
    },
    /** What was asked, such as `getClusters 200`, in order. */
    operations: async (query: Query = {}): Promise<string[]> => {
      const { entries } = (await ask(query)).body;
      return entries.map(({ operationId, method, path, status }) => `${operationId ?? `${method} ${path}`} ${String(status)}`);
    },
    mark: (name: string) => call('POST', '/marks', { name }),
    clear: () => call('DELETE'),
  };
}
