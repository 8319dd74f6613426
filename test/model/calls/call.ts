import type fc from 'fast-check';
import type { Observation } from '../observation.js';
import type { World } from '../world.js';

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{account}` stands for the account's id. */
  readonly path: string;
  readonly body?: unknown;
}

/** A request of one client, and what must come of it. */
export interface Call {
  /** Undefined for what no fault strikes. */
  readonly operationId?: string;
  /** Sent one after the other. */
  readonly requests: readonly Request[];
  /**
   * Changes the world as the call must change the account; answers what the server must: a status such as `201`, with
   * the code of a refusal such as `400 E0023`, or undefined where the model does not know which refusal it is, if any.
   */
  readonly predict: (world: World) => string | undefined;
}

/** What somebody wants to do, before it is known what there is to do it with. */
export interface Plan {
  readonly name: string;
  /** Undefined where there is nothing that it could be done with. */
  readonly resolve: (world: World, seen: Observation) => Call | undefined;
}

export type Plans = fc.Arbitrary<Plan>;

/** The item that a number of chance means, if there is any. */
export const pick = <Item>(items: readonly Item[], chance: number): Item | undefined => items[chance % items.length];
