import { type CST, Parser } from 'yaml';

/**
 * Whether maps and lists in a text are nested more than `most` levels deep. The YAML library reads them by calling
 * itself for each level, and who sends it enough of them ends the process; its first pass, which is all that is done
 * here, does not.
 */
export function isNestedDeeper(text: string, most: number): boolean {
  for (const token of new Parser().parse(text)) {
    let level = below(token);
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > most) return true;
      level = level.flatMap(below);
    }
  }
  return false;
}

/** What a token holds. */
function below(token: CST.Token): CST.Token[] {
  const items = 'items' in token ? token.items.flatMap(({ key, value }) => [key, value]) : [];
  const value = token.type === 'document' ? token.value : undefined;
  return [value, ...items].filter((one) => one !== undefined && one !== null);
}
