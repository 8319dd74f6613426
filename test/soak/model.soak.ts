import { expect, test } from '@jest/globals';
import { checkModel } from '../model/property.js';
import { Servers } from '../model/scene.js';
import { duration, patience } from './duration.js';

test('whatever clients do at once, for as long as IKS_SOAK_MINUTES says, an account is what some order of their calls makes it', async () => {
  const servers = await Servers.start(3, process.env['TEST_DATABASE_URL'] ?? '');
  await checkModel(servers, { runs: { during: duration }, steps: 60, crashEvery: 15 });
  expect(await servers.stop()).toEqual([]);
}, patience);
