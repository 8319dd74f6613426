import { describe, expect, test } from '@jest/globals';
import { RequestWindow } from '../../src/core/request-window.js';

const at = (milliseconds: number): Date => new Date(milliseconds);

describe('RequestWindow', () => {
  test('counts each caller apart until the window ends', () => {
    const window = new RequestWindow(10_000);
    expect(window.count('a', at(20_000))).toEqual({ count: 1, endsAt: at(30_000) });
    expect(window.count('a', at(29_999))).toEqual({ count: 2, endsAt: at(30_000) });
    expect(window.count('b', at(25_000))).toEqual({ count: 1, endsAt: at(30_000) });
    expect(window.count('a', at(30_000))).toEqual({ count: 1, endsAt: at(40_000) });
  });

  test('begins anew after windows in which nobody asked', () => {
    const window = new RequestWindow(10_000);
    window.count('a', at(1));
    expect(window.count('a', at(95_000))).toEqual({ count: 1, endsAt: at(100_000) });
  });
});
