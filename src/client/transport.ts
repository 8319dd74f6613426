import createClient, { type Client } from 'openapi-fetch';
import { refusal, unreachable } from './errors.js';
import type { components, paths } from './openapi.js';

/** The shapes of the control API, by the names that its OpenAPI document gives them. */
export type Schemas = components['schemas'];

/** Where an emulator is, and how to be let in. */
export interface ConnectOptions {
  /** Such as `http://127.0.0.1:4570`. */
  readonly url: string;
  /** What the emulator was given as `IKS_CONTROL_TOKEN`; only callers from beyond its machine need it. */
  readonly controlToken?: string | undefined;
}

/** Calls of the control API, typed by its OpenAPI document. */
export type Transport = Client<paths, 'application/json'>;

/** Sends to one emulator. */
export function createTransport({ url, controlToken }: ConnectOptions): Transport {
  const transport = createClient<paths, 'application/json'>({
    baseUrl: url,
    headers: controlToken === undefined ? {} : { Authorization: `Bearer ${controlToken}` },
  });
  transport.use({ onError: ({ error }) => unreachable(url, error) });
  return transport;
}

interface Exchange<Answer> {
  readonly data?: Answer;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What a call was answered with.
 * @throws EmulatorError for a refusal, or when nothing answers
 */
export async function answerOf<Answer>(call: Promise<Exchange<Answer>>): Promise<Answer> {
  const { data, error, response } = await call;
  if (!response.ok) throw refusal(response.status, error);
  return data as Answer;
}
