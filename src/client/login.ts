import { refusal, unreachable } from './errors.js';

/** What a login brings. */
export interface Token {
  readonly text: string;
  readonly endsAt: Date;
}

/** Logs in to the emulated IAM with an API key. */
export async function login(url: string, apiKey: string): Promise<Token> {
  const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey });
  const answer = await send(url, '/identity/token', { method: 'POST', body: form });
  const text = await answer.text();
  if (!answer.ok) throw refusal(answer.status, text);
  const { access_token: token, expiration } = JSON.parse(text) as { readonly access_token: string; readonly expiration: number };
  return { text: token, endsAt: new Date(expiration * 1_000) };
}

/** As `fetch`, below the emulator's address. */
export async function send(url: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, url), init);
  } catch (error) {
    throw unreachable(url, error);
  }
}
