import { expect, test } from '@jest/globals';
import { isLoopback } from '../../src/core/loopback.js';

test.each([['127.0.0.1'], ['127.255.0.9'], ['::1'], ['::ffff:127.0.0.1']])('a machine calls itself %s', (address) => {
  expect(isLoopback(address)).toBe(true);
});

test.each([['128.0.0.1'], ['10.0.0.1'], ['::2'], ['::ffff:10.0.0.1'], ['localhost'], ['']])('%p is not how a machine calls itself', (address) => {
  expect(isLoopback(address)).toBe(false);
});
