import { answerOf, type Schemas, type Transport } from './transport.js';

/** The API keys that log in to one account. */
export class ApiKeys {
  constructor(
    private readonly transport: Transport,
    private readonly params: { readonly path: { readonly account: string } },
  ) {}

  /** All of them, without the keys themselves. */
  list(): Promise<readonly Schemas['ApiKey'][]> {
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/api-keys', { params: this.params }));
  }

  /** Makes one, of a user and with platform roles where they are given; the answer alone holds the key itself. */
  create(key: Schemas['NewApiKey'] = {}): Promise<Schemas['CreatedApiKey']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/api-keys', { params: this.params, body: key }));
  }

  /** Revokes one by its id, and all tokens that were made from it. */
  async revoke(id: string): Promise<void> {
    const params = { path: { ...this.params.path, apiKey: id } };
    await answerOf(this.transport.DELETE('/_emulator/accounts/{account}/api-keys/{apiKey}', { params }));
  }
}
