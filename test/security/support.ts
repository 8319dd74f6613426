import type { FastifyInstance } from 'fastify';
import type { Answer } from '../support/contract.js';
import type { Emulator } from '../support/emulator.js';
import { type Document, operationsOf, type PlacedOperation } from '../surface/document.js';

export const documentedOperations = (app: FastifyInstance): readonly PlacedOperation[] => operationsOf(app.swagger() as unknown as Document);

/** The tokens of a new API key of an account. */
export async function logInWith(
  emulator: Emulator,
  accountId: string,
  wish: { readonly roles?: readonly string[]; readonly user?: { readonly email: string; readonly name?: string } },
): Promise<{ readonly id: string; readonly apiKey: string; readonly token: string; readonly refreshToken: string }> {
  const created = await emulator.call({ method: 'POST', url: `/_emulator/accounts/${accountId}/api-keys`, body: wish });
  const { id, apiKey } = created.body as { id: string; apiKey: string };
  const { access_token: token, refresh_token: refreshToken } = await logIn(emulator, apiKey);
  return { id, apiKey, token, refreshToken };
}

async function logIn(emulator: Emulator, apikey: string): Promise<{ readonly access_token: string; readonly refresh_token: string }> {
  const answer = await postForm(emulator, '/identity/token', { grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey });
  return answer.body as { access_token: string; refresh_token: string };
}

export const postForm = (emulator: Emulator, url: string, form: Readonly<Record<string, string>>): Promise<Answer> =>
  emulator.call({
    method: 'POST',
    url,
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
