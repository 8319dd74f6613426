import { accountTime, type Clock } from '../../core/clock.js';
import { ownerOf } from '../../domains/accounts/caller.js';
import type { AccountTransaction } from '../../domains/accounts/scope.js';
import { changeSettings } from '../../domains/accounts/change-settings.js';
import { reopen } from '../../domains/accounts/reopen.js';
import type { AccountBatch, AccountService } from '../../domains/accounts/service.js';
import type { Path } from '../../operations/yaml-source.js';
import { changeClock, freezeClock, unfreezeClock } from '../clock/service.js';
import type { ResetService } from '../reset/service.js';
import { fillAccount, type Seeded } from './account.js';
import { blame } from './problem.js';
import type { AccountSeed, SeedFile } from './schemas.js';

/** What became of one account of a seed file. */
export interface SeededAccount extends Seeded {
  readonly name: string;
  readonly id: string;
  /** Of an account that was made. */
  readonly apiKey?: string | undefined;
  readonly outcome: 'created' | 'reset' | 'left alone';
}

const NOTHING: Seeded = { clusters: [], vlans: [], faults: 0 };

/** Accounts as a file tells of them. */
export class SeedService {
  constructor(
    private readonly accounts: AccountService,
    private readonly resets: ResetService,
    private readonly clock: Clock,
    private readonly operationIds: ReadonlySet<string>,
  ) {}

  /**
   * Makes the accounts of a file with all that is in them, or none of them. Those that exist are left alone, or
   * emptied and filled again where the file wants that: so a file can be read at every start.
   * @throws SeedProblem
   */
  async seedFile({ accounts: seeds }: SeedFile): Promise<SeededAccount[]> {
    if (Object.values(seeds).some(({ reset }) => reset === true)) await this.resets.prepare();
    return this.accounts.together(async (batch) => {
      const seeded: SeededAccount[] = [];
      for (const [name, seed] of Object.entries(seeds)) seeded.push(await this.seedNamed(batch, name, seed));
      return seeded;
    });
  }

  /**
   * Adds to an account what a seed tells of, or fills it anew.
   * @throws SeedProblem; then nothing is changed
   */
  async seedAccount(accountId: string, seed: AccountSeed): Promise<Seeded> {
    if (seed.reset === true) await this.resets.prepare();
    return this.accounts.change(ownerOf(accountId), (scope) => this.fill(scope, seed, []));
  }

  private async seedNamed(batch: AccountBatch, name: string, seed: SeedFile['accounts'][string]): Promise<SeededAccount> {
    const path = ['accounts', name];
    const existing = await batch.find(name);
    if (existing !== null && seed.reset !== true) return { ...NOTHING, name, id: existing.id, outcome: 'left alone' };
    let filled = NOTHING;
    const { apiKey = `key-of-${name}`, ...content } = seed;
    const fill = async (scope: AccountTransaction): Promise<void> => {
      filled = await this.fill(scope, content, path);
    };
    if (existing !== null) {
      await batch.change(existing.id, fill);
      return { ...filled, name, id: existing.id, outcome: 'reset' };
    }
    const { account, apiKey: key } = await blame(path, () => batch.create(name, { idSeed: seed.idSeed, apiKey }, fill));
    return { ...filled, name, id: account.id, apiKey: key, outcome: 'created' };
  }

  private async fill(scope: AccountTransaction, seed: AccountSeed, path: Path): Promise<Seeded> {
    const { reset, clock, resourceGroups, vlans, clusters, faults, ...settings } = seed;
    if (reset === true) await this.resets.empty(scope);
    await changeSettings(scope, settings);
    const prepared = await this.applyClock(await reopen(scope, scope.now), clock, path);
    return fillAccount(prepared, { resourceGroups, vlans, clusters, faults }, path, this.operationIds);
  }

  /** @returns the scope at the time that the account then has */
  private async applyClock(scope: AccountTransaction, clock: AccountSeed['clock'], path: Path): Promise<AccountTransaction> {
    // A reset has set the clock to real time.
    const now = accountTime(scope.account, this.clock.now());
    if (clock === undefined) return reopen(scope, now);
    const moved = await blame([...path, 'clock'], () => changeClock({ ...scope, now }, { now: clock.now ?? now }));
    const current = await reopen(scope, moved.now);
    if (clock.frozen === true) await freezeClock(current);
    if (clock.frozen === false) await unfreezeClock(current, this.clock.now());
    return reopen(scope, moved.now);
  }
}
