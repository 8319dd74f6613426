import { digest } from '../../core/ids.js';
import type { Fault } from '../../generated/prisma/client.js';
import type { FaultEffect, FaultOccasion } from './schemas.js';

/** A fault with what its JSON columns hold. */
export interface KnownFault extends Omit<Fault, 'effect' | 'occasion'> {
  readonly effect: FaultEffect;
  readonly occasion: FaultOccasion | null;
}

/** What a request or a transition is about, as far as faults are scoped by it. */
export interface Subject {
  /** Ids and names. */
  readonly names: readonly string[];
  readonly zones: readonly string[];
}

/** Whether the fault may still strike at `now`, in the account's time. */
export const isArmed = ({ occasion, struck, expiresAt }: Pick<KnownFault, 'occasion' | 'struck' | 'expiresAt'>, now: Date): boolean =>
  !isOver({ expiresAt }, now) && (occasion?.first === undefined || struck < occasion.first);

/** Whether the fault's time is over at `now`. */
export const isOver = ({ expiresAt }: Pick<Fault, 'expiresAt'>, now: Date): boolean => expiresAt !== null && expiresAt <= now;

/** Whether the fault is about the subject. */
export const concerns = ({ resource, zone, name }: Pick<Fault, 'resource' | 'zone' | 'name'>, { names, zones }: Subject): boolean =>
  (resource === null || names.includes(resource)) &&
  (zone === null || zones.includes(zone)) &&
  (name === null || names.some((one) => fits(one, name)));

/** Whether the fault is about more than operations, so that the subject of a request must be known. */
export const isScoped = ({ resource, zone, name }: Pick<Fault, 'resource' | 'zone' | 'name'>): boolean =>
  resource !== null || zone !== null || name !== null;

/** Whether the fault is about an operation. */
export const isOfOperation = ({ operations }: Pick<Fault, 'operations'>, operationId: string): boolean =>
  operations.length === 0 || operations.some((pattern) => fits(operationId, pattern));

/** Whether a text is what a pattern says, in which `*` stands for any part, also none. */
export function fits(text: string, pattern: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  const end = text.length - tail.length;
  let position = head.length;
  for (const part of parts) {
    const found = text.indexOf(part, position);
    if (found === -1 || found + part.length > end) return false;
    position = found + part.length;
  }
  return true;
}

const RESOLUTION_DIGITS = 13;

/**
 * Whether a fault strikes its match of this number, which counts from 1: nothing but occasion and number decides, so
 * that a run can be repeated.
 */
export function strikes(occasion: FaultOccasion | null, number: number): boolean {
  if (occasion === null) return true;
  const { first, every, probability = 0, seed = '' } = occasion;
  if (first !== undefined) return number <= first;
  if (every !== undefined) return number % every === 0;
  return Number.parseInt(digest(RESOLUTION_DIGITS, 'fault', seed, String(number)), 16) / 16 ** RESOLUTION_DIGITS < probability;
}
