import type { Clock } from '../../core/clock.js';
import { ownerOf } from '../../domains/accounts/caller.js';
import { createApiKey } from '../../domains/accounts/api-keys.js';
import type { AccountService } from '../../domains/accounts/service.js';
import { refuseRequest } from '../../errors/iks-error.js';
import { anyApiKey, type Client, type Environment, environmentOf } from './variables.js';

/** Of a Host header no more than addresses and names are printed: what people paste must hold nothing else. */
const ORIGIN = /^https?:\/\/([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

interface Wish {
  /** Where the caller found the emulator. */
  readonly origin: string;
  readonly client: Client | undefined;
  /** Id or name. */
  readonly account: string | undefined;
}

/** Finds the environment that leads clients to this emulator. */
export class EnvironmentService {
  constructor(
    private readonly accounts: AccountService,
    private readonly clock: Clock,
  ) {}

  /**
   * Names and values. Keys are not kept, so an account that is named gets a new one.
   * @throws IksError accountNotFound; invalidRequest when the caller's Host is neither a name nor an address
   */
  async find({ origin, client, account }: Wish): Promise<Environment> {
    if (!ORIGIN.test(origin)) refuseRequest('the header Host is neither a name nor an address');
    const apiKey = account === undefined ? anyApiKey : await this.makeApiKey(account);
    return environmentOf({ origin, apiKey }, client);
  }

  private async makeApiKey(account: string): Promise<string> {
    const { id } = await this.accounts.resolve(account);
    const { apiKey } = await this.accounts.change(ownerOf(id), (scope) => createApiKey(scope, {}, this.clock.now()));
    return apiKey;
  }
}
