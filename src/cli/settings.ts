import { UsageError } from './usage-error.js';

/**
 * Reads `name=value` words: a value that is JSON counts as such, any other as a text.
 * @throws UsageError for a word without a name
 */
export function readSettings(words: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    words.map((word) => {
      const [, name, value] = /^([A-Za-z]\w*)=(.*)$/s.exec(word) ?? [];
      if (name === undefined || value === undefined) throw new UsageError(`'${word}' is no setting: write name=value, such as speed=instant.`);
      return [name, readValue(value)];
    }),
  );
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
