import { z } from 'zod';
import type { AccountTransaction } from '../../domains/accounts/scope.js';
import { FaultEffect, FaultOccasion } from '../../domains/faults/schemas.js';
import { refuseRequest } from '../../errors/iks-error.js';
import type { Lifecycle } from '../../core/lifecycle.js';
import { lifecycleTables } from '../../lifecycle/registry.js';
import { describeIssue } from '../../operations/describe-issue.js';
import type { Contents } from '../contents/repository.js';
import type { Rows } from '../contents/rows.js';
import * as repository from './repository.js';
import type { Content } from './repository.js';

/**
 * Proves that a snapshot, just written to its table as `name`, can be restored: by restoring it, and going back.
 * Whatever Postgres enforces for requests it enforces here too.
 * @throws IksError invalidRequest
 */
export async function requireUsable(
  scope: AccountTransaction,
  contents: Contents,
  name: string,
  { account, tables }: Pick<Content, 'account' | 'tables'>,
): Promise<void> {
  await requireKnownNames(scope, contents, account, tables);
  requireLifecycles(tables);
  requireFaults(tables);
  const refusal = await repository.findRefusal(scope, async () => {
    await contents.erase(scope);
    await contents.write(scope, repository.rowsOf(scope.account.id, name));
    await repository.restoreAccount(scope, scope.account.id, name);
  });
  if (refusal !== undefined) refuseRequest(`file: ${refusal}`);
}

async function requireKnownNames(scope: AccountTransaction, contents: Contents, account: object, rows: Rows): Promise<void> {
  const columnsOf = new Map((await contents.tables(scope)).map(({ name, columns }) => [name, columns]));
  for (const [table, tableRows] of Object.entries(rows)) {
    const columns = columnsOf.get(table);
    if (columns === undefined) refuseRequest(`file.tables: there is no table '${table}'`);
    const unknown = tableRows.flatMap((row) => Object.keys(row)).find((column) => !columns.includes(column));
    if (unknown !== undefined) refuseRequest(`file.tables.${table}: there is no column '${unknown}'`);
  }
  const known = await repository.listAccountColumns(scope.database);
  const unknown = Object.keys(account).find((column) => !known.includes(column));
  if (unknown !== undefined) refuseRequest(`file.account: there is no column '${unknown}'`);
}

/** What the types of Postgres cannot say: that a state leads to the next one. */
function requireLifecycles(rows: Rows): void {
  for (const { table, lifecycle } of Object.values(lifecycleTables)) {
    const states: Lifecycle<string, string> = lifecycle;
    for (const [index, { state, next_state: next }] of (rows[table] ?? []).entries()) {
      const where = `file.tables.${table}.${index}`;
      if (typeof state !== 'string' || !Object.hasOwn(states, state)) {
        refuseRequest(`${where}.state must be one of ${Object.keys(states).join(', ')}`);
      }
      if (next === null || next === undefined) continue;
      if (typeof next !== 'string' || states[state]?.next.includes(next) !== true) {
        refuseRequest(`${where}.next_state cannot follow the state ${state}`);
      }
    }
  }
}

/** What a fault does is a value of its own, of which Postgres knows nothing. */
function requireFaults({ faults = [] }: Rows): void {
  const columns = z.object({ effect: FaultEffect, occasion: FaultOccasion.nullish() });
  const checked = z.object({ file: z.object({ tables: z.object({ faults: z.array(columns) }) }) }).safeParse({ file: { tables: { faults } } }, { reportInput: true });
  const [issue] = checked.error?.issues ?? [];
  if (issue !== undefined) refuseRequest(describeIssue(issue, 'file'));
}
