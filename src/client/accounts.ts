import { randomUUID } from '../core/ids.js';
import { type Connection, OwnAccount } from './account.js';
import { answerOf, type Schemas } from './transport.js';

type Settings = Omit<Schemas['NewAccount'], 'name'>;

/** All accounts of an emulator. */
export class Accounts {
  constructor(private readonly connection: Connection) {}

  list(): Promise<readonly Schemas['Account'][]> {
    return answerOf(this.connection.transport.GET('/_emulator/accounts'));
  }

  /** Makes one; without a name it gets one that no other has. */
  async create({ name = `test-${randomUUID()}`, ...settings }: Settings & { readonly name?: string } = {}): Promise<OwnAccount> {
    const created = await answerOf(this.connection.transport.POST('/_emulator/accounts', { body: { name, ...settings } }));
    return new OwnAccount(this.connection, created);
  }
}
