import { answerOf, type Schemas, type Transport } from './transport.js';

/** One account as it was at moments to come back to. */
export class Snapshots<Fork> {
  constructor(
    private readonly transport: Transport,
    private readonly params: { readonly path: { readonly account: string } },
    private readonly toFork: (created: Schemas['CreatedAccount']) => Fork,
  ) {}

  /** All of them, without what they hold. */
  list(): Promise<readonly Schemas['Snapshot'][]> {
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/snapshots', { params: this.params }));
  }

  /** Keeps everything in the account under a name; with `replace` also under one that is taken. */
  save(name: string, { replace = false }: { readonly replace?: boolean } = {}): Promise<Schemas['Snapshot']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/snapshots', { params: this.params, body: { name, replace } }));
  }

  /** A snapshot whole, to be kept as a file. */
  export(name: string): Promise<Schemas['SnapshotFile']> {
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/snapshots/{name}', { params: this.of(name) }));
  }

  /** Takes in what {@link export} gave, of this or another emulator, under a name. */
  import(name: string, file: Schemas['SnapshotFileInput'], { replace = false }: { readonly replace?: boolean } = {}): Promise<Schemas['Snapshot']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/snapshots', { params: this.params, body: { name, replace, file } }));
  }

  /** Takes the account back: the same ids, addresses, pending transitions and time. */
  restore(name: string): Promise<Schemas['RestoredAccount']> {
    return answerOf(this.transport.POST('/_emulator/accounts/{account}/snapshots/{name}/restore', { params: this.of(name) }));
  }

  /** Makes a new account of it, which is gone with `await using`. */
  async fork(name: string, newAccount: string): Promise<Fork> {
    const call = this.transport.POST('/_emulator/accounts/{account}/snapshots/{name}/fork', { params: this.of(name), body: { name: newAccount } });
    return this.toFork(await answerOf(call));
  }

  /** What changed since, up to a later snapshot or else until now. */
  diff(name: string, { with: later }: { readonly with?: string } = {}): Promise<Schemas['SnapshotDiff']> {
    const params = { ...this.of(name), query: later === undefined ? {} : { with: later } };
    return answerOf(this.transport.GET('/_emulator/accounts/{account}/snapshots/{name}/diff', { params }));
  }

  async delete(name: string): Promise<void> {
    await answerOf(this.transport.DELETE('/_emulator/accounts/{account}/snapshots/{name}', { params: this.of(name) }));
  }

  private of(name: string): { readonly path: { readonly account: string; readonly name: string } } {
    return { path: { ...this.params.path, name } };
  }
}
