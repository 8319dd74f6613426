import { durations } from '../../core/durations.js';
import type { Lifecycle } from '../../core/lifecycle.js';
import type { AccountScope } from '../../domains/accounts/scope.js';
import { findCluster, getCluster } from '../../domains/clusters/service.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import { lifecycleTables } from '../../lifecycle/registry.js';
import { judge, type Verdict } from './judge.js';
import { findSubjects, type Subject } from './repository.js';

/** The step that a resource takes next by itself. */
interface NextStep {
  readonly state: string;
  readonly at: Date;
  /** What takes the time, or the rule that the coming state follows. */
  readonly rule: string;
}

/** Why a resource is as it is. */
export interface Explanation extends Subject {
  readonly now: Date;
  readonly cluster: { readonly id: string; readonly name: string; readonly shownAs: string };
  readonly rule: string;
  readonly means: string;
  readonly nextStep: NextStep | null;
  /** What must happen before anything else does; null where a step is on its way, or nothing is awaited. */
  readonly waitsFor: string | null;
  readonly verdicts: readonly Verdict[];
}

const STANDS_STILL = "the account's clock, which stands still until it is moved or unfrozen";

/**
 * Says of anything with a lifecycle in which state it is and why, what comes next, and what would become of each
 * action. Everything follows from the lifecycle tables and from what refuses in the API; nothing is done.
 * @throws IksError resourceNotFound; invalidRequest where a name means several
 */
export async function explain(scope: AccountScope, idOrName: string): Promise<Explanation> {
  const subject = await findSubject(scope, idOrName);
  const { id, name, publicState } = await getCluster(scope, { cluster: subject.clusterId ?? subject.id, region: undefined });
  const { rule, means } = stateOf(subject);
  return {
    ...subject,
    now: scope.now,
    cluster: { id, name, shownAs: publicState },
    rule,
    means,
    nextStep: nextStepOf(subject),
    waitsFor: await findHindrance(scope, subject),
    verdicts: await judge(scope, subject),
  };
}

async function findSubject(scope: AccountScope, idOrName: string): Promise<Subject> {
  const subjects = await findSubjects(scope, idOrName);
  const subject = subjects.find(({ id }) => id === idOrName) ?? subjects[0];
  if (subject === undefined) throw IksError.of('resourceNotFound', Object.keys(lifecycleTables).join(', '), idOrName);
  if (subject.id === idOrName || subjects.length === 1) return subject;
  const ids = subjects.map(({ kind, id }) => `${kind} ${id}`).join(', ');
  refuseRequest(`resource '${idOrName}' is the name of several; name one of them by its id: ${ids}`);
}

function stateOf({ kind, state }: Subject): Lifecycle<string, string>[string] {
  const table: Lifecycle<string, string> = lifecycleTables[kind].lifecycle;
  const found = table[state];
  if (found === undefined) throw new Error(`The lifecycle of a ${kind} has no state ${state}.`);
  return found;
}

function nextStepOf(subject: Subject): NextStep | null {
  const { next, nextAt: at } = subject;
  if (next === null || at === null) return null;
  const { step } = stateOf(subject);
  const rule = step?.to === next ? durations[step.after].source : stateOf({ ...subject, state: next }).rule;
  return { state: next, at, rule };
}

async function findHindrance(scope: AccountScope, subject: Subject): Promise<string | null> {
  if (subject.next !== null) return scope.account.clockFrozenAt === null ? null : STANDS_STILL;
  const { step, waitsFor } = stateOf(subject);
  if (subject.clusterId !== null) {
    const { state } = await findCluster(scope, subject.clusterId, undefined);
    if (['deleting', 'aborted'].includes(state)) return 'the end of its cluster, whose delete has called off every other step (R142)';
  }
  if (waitsFor !== undefined) return waitsFor;
  return step === undefined ? null : `whatever holds up its way to ${step.to}, such as a fault, to be over`;
}
