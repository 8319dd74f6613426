import { namesIn } from '../../isolation/references.js';
import { fill, type World as Objects } from '../../isolation/world.js';
import type { Answer } from '../../support/contract.js';
import type { Emulator } from '../../support/emulator.js';
import type { TestAccount } from '../../support/test-account.js';
import type { PlacedOperation } from '../../surface/document.js';
import type { Known } from './schema.js';

/** An account with every kind of object in it, saved as the snapshot `base`. */
export interface World extends Objects {
  readonly fault: string;
  readonly apiKey: string;
}

/** Long before anything ends that the catalogue knows; what is offered depends on the day. */
const DAY = '2026-09-01T00:00:00.000Z';

/** Accounts that are alike to the last id, one for whoever asks. */
export class Worlds {
  private forReaders: Promise<World> | undefined;

  private constructor(
    private readonly emulator: Emulator,
    private readonly objects: Objects,
    private readonly fault: string,
    private readonly file: unknown,
  ) {}

  static async create(emulator: Emulator): Promise<Worlds> {
    const account = await emulator.account({ speed: 'instant', idSeed: 'variants' });
    const control = controlOf(account);
    await done(account.patch(`${control}/clock`, { now: DAY }));
    await done(account.post(`${control}/clock/freeze`));
    const objects = await fill(emulator, account, { label: 'variants', zones: ['dal10', 'dal12'], masterVersion: '1.35' });
    const { id } = (await done(account.post(`${control}/faults`, { effect: { type: 'provisioning-fails' }, zone: 'sao01' }))).body as { id: string };
    await done(account.post(`${control}/snapshots`, { name: 'base' }));
    return new Worlds(emulator, objects, id, (await done(account.get(`${control}/snapshots/base`))).body);
  }

  /** One for all who only look. */
  readonly shared = (): Promise<World> => (this.forReaders ??= this.another());

  async another(): Promise<World> {
    const account = await this.emulator.account();
    await done(account.post(`${controlOf(account)}/snapshots`, { name: 'base', file: this.file }));
    await done(account.post(`${controlOf(account)}/snapshots/base/restore`));
    const [key] = (await done(account.get<readonly { id: string }[]>(`${controlOf(account)}/api-keys`))).body;
    const { cluster } = this.objects;
    const crn = cluster.crn.replace(this.objects.account.id, account.id);
    return { ...this.objects, account, cluster: { ...cluster, crn }, fault: this.fault, apiKey: key?.id ?? '' };
  }

  /** Undoes what an operation did in the world; where that cannot be, answers another. */
  async undo({ operationId }: PlacedOperation, world: World, { body }: Answer): Promise<World> {
    const { account } = world;
    switch (operationId) {
      case 'createAccount':
      case 'forkSnapshot':
        await done(account.delete(controlOf(body as TestAccount)));
        return world;
      case 'saveSnapshot':
        await done(account.delete(`${controlOf(account)}/snapshots/${(body as { name: string }).name}`));
        return world;
      case 'deleteAccount':
      case 'revokeApiKey':
      case 'deleteSnapshot':
        return this.another();
      default:
        await done(account.post(`${controlOf(account)}/snapshots/base/restore`));
        return world;
    }
  }
}

/** Names for an operation's fields that lead somewhere, so that a request is refused for nothing but its variant. */
export function knownOf({ operationId, path }: PlacedOperation, world: World): Known {
  const names: Readonly<Record<string, unknown>> = {
    account: world.account.id,
    'getFault.id': world.fault,
    'disarmFault.id': world.fault,
    'revokeApiKey.apiKey': world.apiKey,
    'explainResource.resource': world.cluster.name,
    'getEnvironment.account': world.account.id,
    // What is made for all to see is called as nothing else is.
    'createAccount.name': 'variants-created',
    'createAccount.apiKey': 'variants-created',
    'createApiKey.apiKey': 'variants-key',
    'addClusterUserSubnet.cidr': '10.91.50.0/24',
    'addWorkerPoolZone.id': 'dal13',
    'saveSnapshot.name': 'another',
    'seedAccount.vlans': [],
    'seedAccount.clusters': [],
    'seedAccounts.accounts': { 'variants-seeded': { speed: 'instant' } },
  };
  const isForAccounts = !/^\/(_emulator|identity|\.well-known|livez|readyz)/.test(path);
  return (field) => names[`${operationId}.${field}`] ?? (isForAccounts && field !== '' ? namesIn(operationId, field)?.(world)[0] : names[field]);
}

const controlOf = ({ id }: TestAccount): string => `/_emulator/accounts/${id}`;

async function done<Body>(answer: Promise<Answer<Body>>): Promise<Answer<Body>> {
  const { status, text } = await answer;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return answer;
}
