import { answerOf, type Schemas, type Transport } from './transport.js';

/** What is to go wrong in one account. */
export class Faults {
  constructor(
    private readonly transport: Transport,
    private readonly params: { readonly path: { readonly account: string } },
  ) {}

  /** All of them, with how often each has struck. */
  list(): Promise<readonly Schemas['Fault'][]> {
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/faults', { params: this.params }));
  }

  /** Arms one: for requests, or for what happens to clusters and workers. */
  add(fault: Schemas['NewFault']): Promise<Schemas['Fault']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/faults', { params: this.params, body: fault }));
  }

  read(id: string): Promise<Schemas['Fault']> {
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/faults/{id}', { params: this.of(id) }));
  }

  /** Disarms one and forgets it. */
  async remove(id: string): Promise<void> {
    await answerOf(this.transport.DELETE('/_emulator/accounts/{account}/faults/{id}', { params: this.of(id) }));
  }

  /** Disarms and forgets all of them. */
  clear(): Promise<Schemas['DisarmedFaults']> {
    return answerOf(this.transport.DELETE('/_emulator/accounts/{account}/faults', { params: this.params }));
  }

  private of(id: string): { readonly path: { readonly account: string; readonly id: string } } {
    return { path: { ...this.params.path, id } };
  }
}
