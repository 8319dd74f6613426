import { describe, expect, test } from '@jest/globals';
import { answerDifferences, commandsOf, differences, readBlocks } from './blocks.js';

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

describe('the blocks of a text', () => {
  test('carry their role, their place and the answer that is shown', () => {
    const markdown = `Do it:\n\n<!-- walk -->\n${fenced('sh', 'curl x')}\nIt says:\n\n<!-- answer -->\n${fenced('json', '{}')}`;
    expect(readBlocks(markdown)).toEqual([
      { role: 'walk', file: undefined, language: 'sh', text: 'curl x\n', line: 3, answer: { language: 'json', text: '{}\n' } },
    ]);
  });

  test('may name a file', () => {
    expect(readBlocks(`<!-- walk main.go -->\n${fenced('go', 'package main')}`)).toMatchObject([{ file: 'main.go' }]);
  });

  test('that readers run are refused when nothing accounts for them', () => {
    expect(() => readBlocks(`\n\n${fenced('sh', 'rm x')}`)).toThrow('line 3: nothing says how this block is proven');
    expect(readBlocks(fenced('text', 'only shown'))).toEqual([]);
  });

  test('are refused when their marker is misspelt', () => {
    expect(() => readBlocks(`<!-- wlak -->\n${fenced('sh', 'x')}`)).toThrow("line 1: no block is marked 'wlak'");
  });

  test('are refused as answers to nothing', () => {
    expect(() => readBlocks(`<!-- answer -->\n${fenced('json', '{}')}`)).toThrow('follows no block that is walked');
  });

  test('give their commands without comments, continued lines as one', () => {
    expect(commandsOf({ text: '# why\ncurl a \\\n  b # here\n\nnpm test\n' })).toEqual(['curl a    b', 'npm test']);
  });
});

describe('an answer that is shown', () => {
  test.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    ['c…', 'cabc'],
    ['a…z', 'a\nz'],
    [[1, '…'], [1, 2, 3]],
    [['…', 3], [1, 2, 3]],
    [{ list: [{ a: 'x…' }] }, { list: [{ a: 'xy', b: 1 }] }],
  ])('%j is fulfilled by %j', (shown, actual) => {
    expect(differences(shown, actual)).toEqual([]);
  });

  test.each([
    [{ a: 1 }, { b: 1 }, 'the answer, a is missing, not 1'],
    ['c…', 'dabc', "the answer is 'dabc', not 'c…'"],
    ['a.c', 'abc', "the answer is 'abc', not 'a.c'"],
    [[1], [1, 2], 'the answer has 2 elements, not 1'],
    [[1, '…', 2], [1], 'the answer has 1 elements, not 2'],
    [['…', 3], [1, 2], 'the answer, element -1 is 2, not 3'],
    [null, 0, 'the answer is 0, not null'],
    [{ a: [] }, { a: {} }, 'the answer, a is {}, not []'],
  ])('%j is not fulfilled by %j', (shown, actual, difference) => {
    expect(differences(shown, actual)).toEqual([difference]);
  });

  test('is compared line by line when it is no JSON', () => {
    expect(answerDifferences({ language: 'text', text: 'one\ntw…\n' }, 'one\ntwo\n')).toEqual([]);
    expect(answerDifferences({ language: 'text', text: '204' }, '404')).toHaveLength(1);
  });

  test('is not fulfilled by what should be JSON and is not', () => {
    expect(answerDifferences({ language: 'json', text: '{}' }, 'Bad Gateway')).toEqual(['this is no JSON: Bad Gateway']);
  });
});
