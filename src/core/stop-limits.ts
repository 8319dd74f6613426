/** Milliseconds that the server gives itself to stop: what was begun for a crowd may be waiting for its turn. */
export const LONGEST_STOP = 30_000;

/** Milliseconds after which who started a server kills it: later than it would end itself, for only it can end its Postgres. */
export const STOP_PATIENCE = 35_000;
