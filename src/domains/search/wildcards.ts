/** A piece of a pattern: a character as it is, any one (`?`), or any number of any (`*`). */
type Piece = { readonly character: string } | 'one' | 'any';

/** Reads a term of Lucene: `*` and `?` stand for others, and a backslash makes the character behind it stand for itself. */
export function toPieces(term: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [, escaped, plain = ''] of term.matchAll(/\\(.)|(.)/gsu)) {
    if (escaped !== undefined) pieces.push({ character: escaped });
    else if (plain === '*') pieces.push('any');
    else pieces.push(plain === '?' ? 'one' : { character: plain });
  }
  return pieces;
}

/**
 * Whether the pattern is the whole text. It needs at most as many steps as both lengths multiplied: an asterisk
 * takes as little as it can, and only the last one seen ever takes more.
 */
export function fits(pieces: readonly Piece[], text: string): boolean {
  const characters = Array.from(text);
  let at = 0;
  let piece = 0;
  let lastAny: { readonly piece: number; readonly at: number } | undefined;
  while (at < characters.length) {
    const current = pieces[piece];
    if (current === 'any') {
      lastAny = { piece, at };
      piece += 1;
    } else if (current === 'one' || (current !== undefined && current.character === characters[at])) {
      piece += 1;
      at += 1;
    } else if (lastAny !== undefined) {
      lastAny = { piece: lastAny.piece, at: lastAny.at + 1 };
      piece = lastAny.piece + 1;
      at = lastAny.at;
    } else {
      return false;
    }
  }
  return pieces.slice(piece).every((rest) => rest === 'any');
}
