import type { AccountTransaction } from './scope.js';

/**
 * Whether a quota of clusters or of workers may be used up, so that they have to be counted. Counting takes the longer the
 * more there are, and there are never more than identifiers were drawn: none comes into being without one.
 */
export const mayBeUsedUp = ({ ids }: Pick<AccountTransaction, 'ids'>, quota: number, wanted: number): boolean => ids.drawn + wanted > quota;
