import fc from 'fast-check';
import { albPlans } from './calls/albs.js';
import { clockPlans } from './calls/clock.js';
import { clusterPlans } from './calls/clusters.js';
import { contentPlans } from './calls/contents.js';
import { faultPlans } from './calls/faults.js';
import { subnetPlans } from './calls/subnets.js';
import { workerPoolPlans } from './calls/worker-pools.js';
import { workerPlans } from './calls/workers.js';
import type { Servers } from './scene.js';
import { type Model, Step } from './step.js';
import { emptyWorld } from './world.js';

const ACCOUNTS = 2;
const MOST_AT_ONCE = 5;

export interface Length {
  /** How many runs, or for how many milliseconds one follows the other. */
  readonly runs: number | { readonly during: number };
  /** Steps in a run, at most. */
  readonly steps: number;
  /** One in so many steps sees a server killed. */
  readonly crashEvery: number;
}

/** What a failure prints to have it happen again. */
interface Replay {
  readonly seed: number;
  readonly path?: string;
  readonly replayPath?: string;
}

/**
 * Lets clients do things at random in accounts of their own, and judges after each step. The environment variable
 * IKS_MODEL_REPLAY takes what a failure prints; the steps are then made fewer, as long as it fails.
 * @throws an Error that tells the steps and how to replay them
 */
export async function checkModel(servers: Servers, { runs, steps, crashEvery }: Length): Promise<void> {
  const given = process.env['IKS_MODEL_REPLAY'];
  const replay: Replay = given === undefined ? { seed: process.hrtime()[1] } : (JSON.parse(given) as Replay);
  process.stderr.write(`model: seed ${replay.seed}\n`);
  const { replayPath, ...run } = replay;
  const commands = fc.commands([stepsOf(crashEvery)], { maxCommands: steps, size: 'max', ...(replayPath !== undefined && { replayPath }) });
  const property = fc.asyncProperty(commands, async (chosen) => {
    const places = await Promise.all(Array.from({ length: ACCOUNTS }, () => servers.openAccount()));
    const model: Model = { worlds: places.map(emptyWorld) };
    await fc.asyncModelRun(() => ({ model, real: { servers, places } }), chosen);
    for (const place of places) await servers.removeAccount(place);
  });
  // To make the steps fewer takes long: that is left to whoever replays them.
  const isReplay = given !== undefined;
  const wanted = isReplay ? 1 : runs;
  const details = await fc.check(property, {
    ...run,
    numRuns: typeof wanted === 'number' ? wanted : Number.MAX_SAFE_INTEGER,
    plugins: typeof wanted === 'number' ? [] : [fc.interruptAfterTimeLimit(wanted.during)],
    endOnFailure: !isReplay,
  });
  if (details.failed) throw new Error(describe(details), { cause: details.errorInstance });
}

function stepsOf(crashEvery: number): fc.Arbitrary<Step> {
  const account = fc.nat({ max: ACCOUNTS - 1 });
  const plan = fc.oneof(
    { weight: 5, arbitrary: clusterPlans },
    { weight: 5, arbitrary: workerPoolPlans },
    { weight: 4, arbitrary: workerPlans },
    { weight: 5, arbitrary: clockPlans },
    { weight: 2, arbitrary: albPlans },
    { weight: 2, arbitrary: subnetPlans },
  );
  const crash = fc.oneof(
    { weight: crashEvery - 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.record({ server: fc.nat({ max: 9 }), after: fc.nat({ max: 60 }) }) },
  );
  const together = fc
    .tuple(fc.array(fc.record({ account, plan }), { minLength: 1, maxLength: MOST_AT_ONCE }), crash)
    .map(([wishes, kill]) => new Step(wishes, kill));
  const alone = fc.record({ account, plan: fc.oneof({ weight: 3, arbitrary: faultPlans }, { weight: 2, arbitrary: contentPlans }) });
  return fc.oneof({ weight: 7, arbitrary: together }, { weight: 1, arbitrary: alone.map((wish) => new Step([wish], undefined)) });
}

type Failure = Pick<fc.RunDetails<unknown>, 'seed' | 'counterexamplePath' | 'counterexample' | 'errorInstance'>;

function describe({ seed, counterexamplePath, counterexample, errorInstance }: Failure): string {
  const steps = fc.stringify(counterexample);
  const replayPath = /replayPath="([^"]*)"/.exec(steps)?.[1];
  const isShrunk = counterexamplePath?.includes(':') === true && replayPath !== undefined;
  const replay: Replay = { seed, ...(counterexamplePath !== null && { path: counterexamplePath }), ...(isShrunk && { replayPath }) };
  const done = steps.replaceAll(',', '\n').replace(/\/\*.*\*\//, '');
  return `${String(errorInstance)}\n\nThe steps:\n${done}\n\nReplay: IKS_MODEL_REPLAY='${JSON.stringify(replay)}'`;
}
