import { expect, test } from '@jest/globals';
import { checkModel } from './property.js';
import { Servers } from './scene.js';

/**
 * Random sequences of calls by several clients at once, on two accounts and two servers of one database, with clock
 * moves, armed faults, resets, snapshots and servers that are killed. After each step the accounts must be what a small
 * model says for some order of the calls, and keep every invariant.
 *
 * A failure prints a line IKS_MODEL_REPLAY='...': with it in the environment, the same steps are taken again, and made
 * fewer as long as they fail. `npm run test:soak -- model` goes on for hours.
 */
test('whatever clients do at once, an account is what some order of their calls makes it', async () => {
  const servers = await Servers.start(2, process.env['TEST_DATABASE_URL'] ?? '');
  await checkModel(servers, { runs: 2, steps: 30, crashEvery: 20 });
  expect(await servers.stop()).toEqual([]);
}, 300_000);
