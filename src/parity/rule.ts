import type { SourceId } from './sources.js';

/** What is said of a rule against what its tests show, or where it has none. */
export interface Decision {
  readonly status: 'partly' | 'not built' | 'differs on purpose';
  readonly reason: string;
}

/** One thing that is known of the real service, and that a test can check. */
interface Rule {
  readonly says: string;
  /** None where all of it is assumed. */
  readonly from: readonly SourceId[];
  /** What no source states; absent where all is documented. */
  readonly assumed?: string;
  /** Absent where the tests that carry the rule's id speak for it. */
  readonly decided?: Decision;
}

/** The rules of a section, by id, in the order of their numbers. */
export type Rules = Readonly<Record<`R${number}`, Rule>>;

export const partly = (reason: string): Decision => ({ status: 'partly', reason });
export const notBuilt = (reason: string): Decision => ({ status: 'not built', reason });
export const onPurpose = (reason: string): Decision => ({ status: 'differs on purpose', reason });
