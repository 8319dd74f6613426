import { type Answers, type Client, clientIds, clients } from './clients.js';

/** The calls of each client that lead to an operation. */
export type OfficialCalls = Readonly<Record<string, Partial<Record<Client, readonly string[]>>>>;

interface Facts {
  /** Ids of the operations that are to be covered. */
  readonly operations: readonly string[];
  /** Ids of the operations that have a route. */
  readonly routed: ReadonlySet<string>;
  readonly officialCalls: OfficialCalls;
  readonly answers: Answers;
}

/** How often a client called an operation. */
interface Calls {
  readonly good: number;
  readonly refused: number;
}

/** One operation; undefined where a client has no call for it. */
interface Row {
  readonly id: string;
  readonly routed: boolean;
  readonly calls: Readonly<Record<Client, Calls | undefined>>;
}

export interface Coverage {
  readonly rows: readonly Row[];
  readonly totals: readonly string[];
  /** Why the coverage is not good enough. */
  readonly problems: readonly string[];
}

/** Operations that refuse everybody, and by what status: R214, R152. */
const ONLY_ANSWER: Readonly<Record<string, number>> = { addClusterWorkers: 400, v2DisablePrivateServiceEndpoint: 400 };

/** How many operations the clients must call at least. */
const FEWEST_CALLED = 95;

/**
 * Sets what was called against what could be. A call counts where it got a good answer: one that is refused proves
 * little about what a client can do.
 */
export function measureCoverage({ operations, routed, officialCalls, answers }: Facts): Coverage {
  const rows = operations.map((id): Row => {
    const callsBy = (client: Client): Calls | undefined =>
      officialCalls[id]?.[client] === undefined ? undefined : countCalls(id, answers[id]?.[client] ?? {});
    return { id, routed: routed.has(id), calls: { bluemix: callsBy('bluemix'), sdk: callsBy('sdk') } };
  });
  const callable = rows.filter(({ calls }) => clientIds.some((client) => calls[client] !== undefined));
  const called = rows.filter(({ calls }) => clientIds.some((client) => isCalled(calls[client])));
  const unknown = Object.keys(officialCalls).filter((id) => !operations.includes(id));
  return {
    rows,
    totals: [...clientIds.map((client) => totalOf(rows, client)), total(rows, callable.length, called.length)],
    problems: [
      ...rows.filter((row) => !row.routed).map(({ id }) => `${id} is not routed.`),
      ...callable.filter((row) => !called.includes(row)).map(({ id }) => `${id} was called by no client.`),
      ...unknown.map((id) => `${id} is no operation to be covered.`),
      ...(called.length < FEWEST_CALLED ? [`Fewer than ${FEWEST_CALLED} operations were called.`] : []),
    ],
  };
}

function countCalls(id: string, byStatus: Readonly<Record<string, number>>): Calls {
  const isGood = (status: string): boolean => status.startsWith('2') || Number(status) === ONLY_ANSWER[id];
  const sum = (entries: readonly (readonly [string, number])[]): number => entries.reduce((total, [, count]) => total + count, 0);
  const entries = Object.entries(byStatus);
  return { good: sum(entries.filter(([status]) => isGood(status))), refused: sum(entries.filter(([status]) => !isGood(status))) };
}

const isCalled = (calls: Calls | undefined): boolean => calls !== undefined && calls.good > 0;

function totalOf(rows: readonly Row[], client: Client): string {
  const callable = rows.filter(({ calls }) => calls[client] !== undefined);
  const called = callable.filter(({ calls }) => isCalled(calls[client]));
  return `${clients[client].name}: ${called.length} called of ${callable.length} that it can call`;
}

const total = (rows: readonly Row[], callable: number, called: number): string =>
  `${rows.filter(({ routed }) => routed).length} of ${rows.length} tier-1 operations routed; ` +
  `${called} called by an official client (of ${callable} that one can call)`;

/** The rows as text: how many calls got a good answer, and `-` where a client has no call for an operation. */
export function drawTable(rows: readonly Row[]): string {
  const lines = [
    ['operation', 'routed', ...clientIds.map((client) => clients[client].name)],
    ...rows.map(({ id, routed, calls }) => [id, routed ? 'yes' : 'NO', ...clientIds.map((client) => cell(calls[client]))]),
  ];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) => line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

function cell(calls: Calls | undefined): string {
  if (calls === undefined) return '-';
  if (calls.good > 0) return String(calls.good);
  return calls.refused > 0 ? 'refused' : 'NOT CALLED';
}
