import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { decodeJwt } from 'jose';

export const API_KEY = 'urn:ibm:params:oauth:grant-type:apikey';
export const DELEGATED = 'urn:ibm:params:oauth:grant-type:delegated-refresh-token';
export const PASSCODE = 'urn:ibm:params:oauth:grant-type:passcode';
export const PASSWORD = 'password';
export const REFRESH = 'refresh_token';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token?: string;
  readonly delegated_refresh_token?: string;
}

export const basic = (client: string): { authorization: string } => ({
  authorization: `Basic ${Buffer.from(client).toString('base64')}`,
});

/** Posts forms to IAM, as its clients do. */
export class IamClient {
  constructor(private readonly app: FastifyInstance) {}

  post(path: string, form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> {
    return this.app.inject({
      method: 'POST',
      url: `/identity/${path}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'iks.test:4570', ...headers },
      payload: new URLSearchParams(form).toString(),
    });
  }

  /** The tokens for what a form proves. */
  async logIn(form: Readonly<Record<string, string>>, client = 'bx:bx'): Promise<Tokens> {
    const response = await this.post('token', form, basic(client));
    if (response.statusCode !== 200) throw new Error(response.body);
    return response.json<Tokens>();
  }
}

export interface Claims {
  readonly account: { readonly bss: string };
  readonly api_key_id?: string;
  readonly email: string;
  readonly name: string;
  readonly client_id: string;
}

export const claimsOf = (token: string): Claims => decodeJwt<Claims>(token);

export const accountOf = (token: string): string => claimsOf(token).account.bss;

/** A refusal in the envelope of IAM. */
export const refusal = (code: string, details: string | RegExp) => ({
  errorCode: code,
  errorMessage: expect.stringMatching(/./) as string,
  errorDetails: expect.stringMatching(details) as string,
  context: { requestId: expect.stringMatching(/./) as string },
});
