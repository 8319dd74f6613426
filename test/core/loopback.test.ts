import { expect, test } from '@jest/globals';
import { isLoopback, isLoopbackName } from '../../src/core/loopback.js';

test.each([['127.0.0.1'], ['127.255.0.9'], ['::1'], ['::ffff:127.0.0.1']])('a machine calls itself %s', (address) => {
  expect(isLoopback(address)).toBe(true);
});

test.each([['128.0.0.1'], ['10.0.0.1'], ['::2'], ['::ffff:10.0.0.1'], ['localhost'], ['']])('%p is not how a machine calls itself', (address) => {
  expect(isLoopback(address)).toBe(false);
});

test.each([['localhost'], ['LOCALHOST'], ['iks.localhost'], ['127.0.0.1'], ['[::1]'], ['::1']])('%s is a name that a machine has for itself', (name) => {
  expect(isLoopbackName(name)).toBe(true);
});

test.each([['evil.example.com'], ['localhost.example.com'], ['notlocalhost'], ['10.0.0.1'], ['[::2]'], ['0[::1]'], ['[::]1'], ['']])('%p is not', (name) => {
  expect(isLoopbackName(name)).toBe(false);
});
