import { createHash, randomBytes, randomInt, randomUUID as nodeRandomUUID } from 'node:crypto';

const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

/** An id that nobody can foresee, for incidents and keys. */
export const randomUUID = (): string => nodeRandomUUID();

/** 64 hex digits of secret chance. */
export const randomSecret = (): string => randomBytes(32).toString('hex');

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Ten letters and digits of secret chance, short enough to be typed. */
export const randomPasscode = (): string => Array.from({ length: 10 }, () => LETTERS_AND_DIGITS.charAt(randomInt(LETTERS_AND_DIGITS.length))).join('');

/** 32 hex digits in the five groups of a UUID. */
export const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');

/** The first `length` hex digits of a SHA-256 over the parts. */
export function digest(length: number, ...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, length);
}

/**
 * Draws identifiers from a seed and a number that only grows, so that the same calls on the same seed give
 * the same ids in every run.
 */
export class IdSource {
  constructor(
    private seed: string,
    private sequence: number,
  ) {}

  /** The last number drawn; the account keeps it. */
  get drawn(): number {
    return this.sequence;
  }

  /** Goes on from another point, as an account does that is taken back to an earlier moment. */
  resume(seed: string, sequence: number): void {
    this.seed = seed;
    this.sequence = sequence;
  }

  /** A number that no earlier draw of the account gave. */
  next(): number {
    this.sequence += 1;
    return this.sequence;
  }

  /** A cluster id: 20 base32hex characters that begin with c, as from 2019 on (R84). No hyphen (R201). */
  clusterId(): string {
    const bytes = createHash('sha256').update(this.label('cluster')).digest();
    return `c${Array.from(bytes.subarray(0, 19), (byte) => BASE32HEX.charAt(byte % 32)).join('')}`;
  }

  /** `length` hex digits. */
  hex(length: number): string {
    return digest(length, this.label('hex'));
  }

  /** A seven-digit infrastructure id that grows with each draw (R14): later VLANs and subnets sort behind earlier ones. */
  infrastructureId(): string {
    return String(1_000_000 + this.next());
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + (Number.parseInt(digest(8, this.label('number')), 16) % (high - low + 1));
  }

  private label(kind: string): string {
    return `${this.seed}\0${kind}\0${this.next()}`;
  }
}
