import { refusal, unreachable } from './errors.js';

/** Logs in to the emulated IAM with an API key; answers the token. */
export async function login(url: string, apiKey: string): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: apiKey });
  const answer = await send(url, '/identity/token', { method: 'POST', body: form });
  const text = await answer.text();
  if (!answer.ok) throw refusal(answer.status, text);
  return (JSON.parse(text) as { readonly access_token: string }).access_token;
}

/** As `fetch`, below the emulator's address. */
export async function send(url: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, url), init);
  } catch (error) {
    throw unreachable(url, error);
  }
}
