import { expect } from '@jest/globals';
import type { Answer } from '../support/contract.js';
import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

/** The least that a create needs. */
export const clusterRequest = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 };

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly description: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The refusal of a request whose fields are wrong. */
export const invalid = (problem: string): Refusal => ({
  status: 400,
  code: 'E0021',
  type: 'General',
  description: `The request is not valid: ${problem}.`,
});

/** The answer is this refusal in the container API's envelope, and nothing else. */
export function expectRefusal(answer: Answer, { status, ...envelope }: Refusal): void {
  const { incidentID, recoveryCLI, ...rest } = answer.body as Record<string, unknown>;
  expect({ status: answer.status, ...rest }).toEqual({ status, ...envelope });
  expect(incidentID).toMatch(UUID);
  expect(['string', 'undefined']).toContain(typeof recoveryCLI);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
}

/** Runs `act` and fails when it has written anything to the account. */
export async function expectNothingWritten(emulator: Emulator, account: TestAccount, act: () => Promise<void>): Promise<void> {
  const before = await contentOf(emulator, account);
  await act();
  expect(await contentOf(emulator, account)).toEqual(before);
}

/** What a refused call must leave as it is. */
async function contentOf({ database }: Emulator, account: TestAccount): Promise<unknown> {
  return {
    clusters: (await account.get('/v1/clusters')).body,
    vlans: (await account.get('/v1/datacenters/dal10/vlans')).body,
    subnets: (await account.get('/v1/subnets')).body,
    row: (await database.query('SELECT * FROM accounts WHERE id = $1', [account.id])).rows,
  };
}
