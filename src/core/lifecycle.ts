import { dueAfter, type DurationName } from './durations.js';

/** What one state of a lifecycle leads to. */
interface LifecycleState<State extends string, Action extends string> {
  /** The rule that the state follows, such as `R204`. */
  readonly rule: string;
  /** What is going on in it, in plain words that follow the name of the resource. */
  readonly means: string;
  /** What ends the state where no step does; absent where the resource may stay in it for good. */
  readonly waitsFor?: string;
  /** The state it moves to by itself, and what takes the time; absent where something else must happen first. */
  readonly step?: { readonly to: State; readonly after: DurationName };
  /** Every state that may follow, by itself, by an action or by an event elsewhere. */
  readonly next: readonly State[];
  /** The actions a caller may take in it. */
  readonly actions: readonly Action[];
}

/** All states of a resource: the compiler refuses a table that lacks one. */
export type Lifecycle<State extends string, Action extends string = never> = Readonly<
  Record<State, LifecycleState<State, Action>>
>;

/** One resource that moved from one state to another at its due moment. */
export interface Transition {
  readonly at: Date;
  /** What the resource is, such as `worker`. */
  readonly kind: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What was applied to an account in one go, and how long that took. */
export interface Settling {
  readonly seconds: number;
  readonly transitions: readonly Transition[];
}

/** The columns that every row with a lifecycle has. */
export interface LifecycleColumns<State extends string> {
  readonly state: State;
  readonly stateSince: Date;
  readonly nextState: State | null;
  readonly nextStateAt: Date | null;
}

/** The columns of a row that arrives in `state` at `at`, with its own next step scheduled. */
export function arriveIn<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  state: State,
  at: Date,
  speed: number,
): LifecycleColumns<State> {
  return { state, stateSince: at, ...scheduleStep(lifecycle, state, at, speed) };
}

/** The columns of a row that comes to `state` and stays there until something else moves it on. */
export function waitIn<State extends string>(state: State, at: Date): LifecycleColumns<State> {
  return { state, stateSince: at, nextState: null, nextStateAt: null };
}

/** The step out of `state` for a row that may begin it at `from`. */
export function scheduleStep<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  state: State,
  from: Date,
  speed: number,
): Pick<LifecycleColumns<State>, 'nextState' | 'nextStateAt'> {
  const step = lifecycle[state].step;
  if (step === undefined) return { nextState: null, nextStateAt: null };
  return { nextState: step.to, nextStateAt: dueAfter(from, step.after, speed) };
}

/** Whether a caller may take `action` in `state`. */
export function allows<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  state: State,
  action: Action,
): boolean {
  return lifecycle[state].actions.includes(action);
}
