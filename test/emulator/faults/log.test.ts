import { expect, test } from '@jest/globals';
import { startFreshEmulator } from '../../surface/own-database.js';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly reqId?: string;
}

const lines: Line[] = [];
const app = await startFreshEmulator({ write: (line) => void lines.push(JSON.parse(line) as Line) });
const server = await app.listen({ port: 0, host: '127.0.0.1' });
const faults = `${server}/_emulator/accounts/default/faults`;

/** What was logged of a read that a fault of this effect struck. */
async function logOf(effect: object): Promise<readonly Line[]> {
  await fetch(faults, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ effect }) });
  const before = lines.length;
  await fetch(`${server}/v1/clusters`).catch(() => undefined);
  const logged = lines.slice(before).filter(({ reqId }) => reqId !== undefined);
  await fetch(faults, { method: 'DELETE' });
  return logged;
}

test.each(['internal', 'databaseUnavailable'])('a failure that was asked for (%s) is no alarm: its one line names the fault', async (error) => {
  const effect = { type: 'error', error };
  expect(await logOf(effect)).toMatchObject([
    { level: 30, msg: 'request completed', res: { statusCode: 500 }, fault: { id: expect.stringMatching(/^fault-/), effect } },
  ]);
});

test.each(['drop', 'commit-then-drop'])('%s: a line tells who reset the connection', async (type) => {
  expect(await logOf({ type })).toMatchObject([{ level: 30, msg: 'connection reset', fault: { effect: { type } } }]);
});
