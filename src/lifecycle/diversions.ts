import { chunksOf } from '../core/chunks-of.js';
import { groupBy } from '../core/group-by.js';
import { type Transition, waitIn } from '../core/lifecycle.js';
import type { AccountTransaction, UnsettledTransaction } from '../domains/accounts/scope.js';
import { findStriking } from '../domains/faults/service.js';
import { isOver, type KnownFault } from '../domains/faults/rules.js';
import type { LifecycleEffect } from '../domains/faults/schemas.js';
import { findTargets, type Target } from '../domains/faults/subjects.js';
import { type WorkerCondition, workerConditions } from '../domains/workers/conditions.js';
import { setErrorMessage } from '../domains/workers/service.js';
import type { ClusterState, WorkerState } from '../generated/prisma/enums.js';
import { ARRIVE_AT_ONCE, type Arrival, arrivals } from './arrivals.js';
import { type DueGroup, findGroup, findInState, moveRows, releaseRows } from './repository.js';

/** Where a fault leads a cluster or worker in place of the state that it would come to. */
interface DiversionOf<Kind extends string, State extends string> {
  readonly kind: Kind;
  /** The states that it is diverted from; absent where any will do. */
  readonly from?: readonly State[];
  readonly to: State;
  readonly into: State;
  /** It lasts as long as the fault, and then goes on to where it would have come. */
  readonly lasts?: true;
  /** Whatever is in the state already is struck as soon as the fault is armed. */
  readonly atOnce?: true;
  /** What the message on a worker says unless the fault says something else. */
  readonly condition?: WorkerCondition;
}

type Diversion = DiversionOf<'cluster', ClusterState> | DiversionOf<'worker', WorkerState>;

/** What each effect does; an order of subnets is no transition, and is refused where it is placed. */
const diversions: Readonly<Record<Exclude<LifecycleEffect['type'], 'subnet-limit-reached'>, Diversion>> = {
  'provisioning-fails': { kind: 'worker', from: ['provisioning'], to: 'provisioned', into: 'provision_failed', condition: 'noCapacity' },
  'deployment-fails': { kind: 'worker', from: ['deploying'], to: 'deployed', into: 'deploy_failed', condition: 'serviceUnreachable' },
  'reload-fails': { kind: 'worker', from: ['reloading'], to: 'deploying', into: 'reloading_failed', condition: 'serviceUnreachable' },
  'worker-critical': { kind: 'worker', to: 'normal', into: 'critical', atOnce: true, condition: 'serviceUnreachable' },
  'worker-deployment-hangs': { kind: 'worker', from: ['deploying'], to: 'deployed', into: 'deploying', lasts: true },
  'master-deployment-hangs': { kind: 'cluster', from: ['deploying'], to: 'deployed', into: 'deploying', lasts: true },
  'master-unavailable': { kind: 'cluster', to: 'deployed', into: 'unavailable', lasts: true, atOnce: true },
};

/** A fault that diverts, with what it does. */
interface DivertingFault extends KnownFault {
  readonly diversion: Diversion;
}

const divertingFaults = (faults: readonly KnownFault[]): DivertingFault[] =>
  faults.flatMap((fault) => {
    const { type } = fault.effect;
    return Object.hasOwn(diversions, type) ? { ...fault, diversion: diversions[type as keyof typeof diversions] } : [];
  });

/**
 * Leads those of a due group elsewhere that faults strike, so that the others are left to move on. `faults` are the
 * account's, of which those count whose time is not over at the moment of the group.
 */
export async function divert(scope: UnsettledTransaction, faults: readonly KnownFault[], group: DueGroup): Promise<Transition[]> {
  const { kind, from, to, at } = group;
  const meant = divertingFaults(faults).filter(
    (fault) => !isOver(fault, at) && fault.diversion.kind === kind && fault.diversion.to === to && isFrom(fault.diversion, from),
  );
  if (meant.length === 0) return [];
  const moment = { ...scope, now: at };
  const struck = await strike(moment, meant, kind as Diversion['kind'], await findGroup(moment, group));
  const transitions: Transition[] = [];
  for (const [fault, targets] of struck) {
    const { into } = fault.diversion;
    await lead(moment, fault, targets, from);
    if (into !== from) transitions.push(...targets.map(({ id }) => ({ at, kind, id, from, to: into })));
  }
  return transitions;
}

const isFrom = ({ from }: Diversion, state: string): boolean => from === undefined || from.some((one) => one === state);

/** Strikes what is there already, where that is what the fault's effect does. */
export async function strikeAtOnce(scope: UnsettledTransaction, fault: KnownFault): Promise<void> {
  for (const diverting of divertingFaults([fault]).filter(({ diversion }) => diversion.atOnce)) {
    const { kind, to } = diverting.diversion;
    const struck = await strike(scope, [diverting], kind, await findInState(scope, kind, to));
    for (const targets of struck.values()) await lead(scope, diverting, targets, to);
  }
}

/** Lets go on what the fault held back, at this moment. */
export async function release(scope: UnsettledTransaction, fault: KnownFault): Promise<void> {
  for (const { diversion, struckIds: ids, expiresAt: heldUntil } of divertingFaults([fault]).filter((one) => one.diversion.lasts)) {
    const { kind, into: state, to } = diversion;
    await releaseRows(scope, { kind, ids, state, to, heldUntil });
  }
}

/** Makes a worker that is up critical, as a fault would do it. */
export async function makeCritical(scope: UnsettledTransaction, workerId: string, condition: WorkerCondition = 'serviceUnreachable'): Promise<void> {
  await breakWorkers(scope, 'critical', condition, await findTargets(scope, 'worker', [workerId]));
}

/** What each of the faults strikes of these. */
async function strike(
  scope: UnsettledTransaction,
  faults: readonly DivertingFault[],
  kind: Diversion['kind'],
  ids: readonly string[],
): Promise<ReadonlyMap<DivertingFault, readonly Target[]>> {
  const struck = new Map<DivertingFault, Target[]>();
  for (const target of await findTargets(scope, kind, ids)) {
    const fault = await findStriking(scope, faults, target.subject, target.id);
    if (fault !== undefined) struck.set(fault, [...(struck.get(fault) ?? []), target]);
  }
  return struck;
}

async function lead(scope: UnsettledTransaction, fault: DivertingFault, targets: readonly Target[], from: string): Promise<void> {
  const { diversion, expiresAt: nextStateAt } = fault;
  const { kind, into, to, lasts } = diversion;
  if (lasts !== true) return breakWorkers(scope, into, conditionOf(fault) ?? diversion.condition, targets);
  const next = { nextState: nextStateAt === null ? null : to, nextStateAt };
  await moveRows(scope, kind, targets.map(({ id }) => id), { ...next, state: into, stateSince: into === from ? undefined : scope.now });
}

const conditionOf = ({ effect }: KnownFault): WorkerCondition | undefined => ('condition' in effect ? effect.condition : undefined);

async function breakWorkers(scope: UnsettledTransaction, into: string, condition: WorkerCondition | undefined, targets: readonly Target[]): Promise<void> {
  const moment = { ...scope, settled: [] };
  await moveRows(moment, 'worker', targets.map(({ id }) => id), waitIn(into, scope.now));
  const arrival = (arrivals.worker as Partial<Record<string, Arrival>>)[into];
  for (const some of chunksOf(targets, ARRIVE_AT_ONCE)) {
    if (condition !== undefined) await complain(moment, condition, some);
    await arrival?.(moment, some.map(({ id }) => id));
  }
}

/** Workers of which there is the same to say, which most conditions say of all, are told in one statement. */
async function complain(moment: AccountTransaction, condition: WorkerCondition, targets: readonly Target[]): Promise<void> {
  const told = targets.flatMap(({ id, place }) => (place === undefined ? [] : [{ id, message: workerConditions[condition](place) }]));
  const idsWith = groupBy(told, ({ message }) => message);
  for (const message of new Set(told.map((one) => one.message))) await setErrorMessage(moment, idsWith(message).map(({ id }) => id), message);
}
