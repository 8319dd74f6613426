import { expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const strict = await startEmulator({ auth: 'strict' });

test.each(['/v1', '/v1/', '/global/v1/'])('R301: %s shows a ship to everybody', async (url) => {
  const { status, headers, text } = await strict.call({ method: 'GET', url });
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(text).toContain('[==]');
  expect(text.split('\n').length).toBeGreaterThan(5);
});
