import type { AsyncCommand } from 'fast-check';
import { wait } from '../../src/core/wait.js';
import { differences, learnIds } from './agreement.js';
import type { Call, Plan } from './calls/call.js';
import { requestFaults } from './calls/faults.js';
import { breachesSeen } from './invariants.js';
import { observe } from './observation.js';
import { explain, type Happening } from './orders.js';
import type { Place, Servers } from './scene.js';
import type { World } from './world.js';

/** What the accounts hold, one world each. */
export interface Model {
  readonly worlds: World[];
}

export interface Real {
  readonly servers: Servers;
  readonly places: readonly Place[];
}

/** A server that is killed `after` so many milliseconds, while calls are under way. */
export interface Crash {
  readonly server: number;
  readonly after: number;
}

/** What several clients do at the same time, each in one of the accounts, and what was to come of it. */
export class Step implements AsyncCommand<Model, Real> {
  constructor(
    private readonly wishes: readonly { readonly account: number; readonly plan: Plan }[],
    private readonly crash: Crash | undefined,
  ) {}

  check(): boolean {
    return true;
  }

  async run({ worlds }: Model, real: Real): Promise<void> {
    const accounts = real.places.map((place, account) => ({ place, account, done: this.carryOut(account, worlds, place) }));
    const [outcomes] = await Promise.all([
      Promise.all(accounts.map(async ({ done, ...rest }) => ({ ...rest, happenings: await done }))),
      this.crash === undefined ? undefined : wait(this.crash.after).then(() => real.servers.replace(this.crash?.server ?? 0)),
    ]);
    for (const { place, account, happenings } of outcomes) {
      const world = worlds[account];
      if (world !== undefined) worlds[account] = await this.judge(world, place, happenings, real);
    }
  }

  toString(): string {
    const calls = this.wishes.map(({ account, plan }) => `${account}: ${plan.name}`);
    if (this.crash !== undefined) calls.push(`kill server ${this.crash.server} after ${this.crash.after} ms`);
    return calls.join(' | ');
  }

  private carryOut(account: number, worlds: readonly World[], { client, seen }: Place): Promise<Happening[]> {
    const world = worlds[account];
    const calls = this.wishes.flatMap(({ account: own, plan }) => {
      const call = own === account && world !== undefined ? plan.resolve(world, seen) : undefined;
      return call === undefined ? [] : { name: plan.name, call };
    });
    return Promise.all(calls.map(async ({ name, call }) => ({ name, call, outcome: await client.carryOut(call) })));
  }

  /** The world as it is by now. Throws where the account is not as the model says, or an invariant is broken. */
  private async judge(world: World, place: Place, happenings: readonly Happening[], { servers }: Real): Promise<World> {
    const crashed = this.crash !== undefined;
    if (crashed) await place.client.carryOut(world.fault?.left === undefined ? settled : disarmed);
    const seen = await observe(place.client);
    const explanation = explain(world, happenings, crashed, (candidate) => differences(candidate, seen));
    const problems = 'problems' in explanation ? explanation.problems : [];
    const breaches = [...problems, ...breachesSeen(seen), ...(await servers.inspect(place)), ...(crashed ? [] : strikesMissed(world, happenings))];
    if (breaches.length > 0) throw new Error(`After ${this.toString()}:\n${describe(happenings)}${breaches.join('\n')}`);
    const now = 'world' in explanation ? explanation.world : world;
    if (now.fault?.left !== undefined) now.fault = crashed ? undefined : { ...now.fault, left: now.fault.left - happenings.filter(isStruck).length };
    learnIds(now, seen);
    place.seen = seen;
    return now;
  }
}

/** Both take the lock of the account: whatever a killed server had begun is over then. How often its fault struck is not known. */
const settled = control('POST', 'clock/freeze');
const disarmed = control('DELETE', 'faults');

function control(method: 'POST' | 'DELETE', path: string): Call {
  return { requests: [{ method, path: `/_emulator/accounts/{account}/${path}` }], predict: () => undefined };
}

const describe = (happenings: readonly Happening[]): string => happenings.map(({ name, outcome }) => `  ${name}: ${outcome}\n`).join('');

const isStruck = ({ outcome }: Happening): boolean => outcome === 'struck' || outcome === 'lost';

/** A fault on requests strikes as many of them as it is to. */
function strikesMissed({ fault }: World, happenings: readonly Happening[]): string[] {
  const isOnRequests = fault !== undefined && Object.hasOwn(requestFaults, fault.type);
  const meant = happenings.filter(({ call }) => call.operationId !== undefined).length;
  const expected = isOnRequests ? Math.min(fault.left ?? 0, meant) : 0;
  const struck = happenings.filter(isStruck).length;
  return struck === expected ? [] : [`${struck} requests were struck by faults, expected ${expected}`];
}
