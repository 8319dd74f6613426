import ipaddr from 'ipaddr.js';

/**
 * IPv4 arithmetic for subnets. A block's first address is a whole number; the addresses that are handed out are dotted
 * text. Parsing and printing are left to a library.
 */

/** A block of addresses: all from `first` on that have the first `prefix` bits in common with it. */
export interface Block {
  readonly first: number;
  readonly prefix: number;
}

/** Addresses of a subnet that are never handed out: network, gateway and broadcast (R34, R51). */
const RESERVED_PER_SUBNET = 3;

export const sizeOf = (block: Block): number => 2 ** (32 - block.prefix);
const lastOf = (block: Block): number => block.first + sizeOf(block) - 1;

/** Whether the text is an IPv4 network with its prefix length and no host bits, written the usual way. */
export function isBlock(cidr: string): boolean {
  if (!ipaddr.IPv4.isValidCIDR(cidr)) return false;
  const block = parseBlock(cidr);
  return block.first % sizeOf(block) === 0 && printBlock(block) === cidr;
}

/** @throws Error when the text is no IPv4 network; callers check user input with {@link isBlock} first. */
export function parseBlock(cidr: string): Block {
  const [address, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  return { first: toNumber(address.toString()), prefix };
}

export const printBlock = (block: Block): string => `${toText(block.first)}/${block.prefix}`;
export const networkOf = (block: Block): string => toText(block.first);
export const gatewayOf = (block: Block): string => toText(block.first + 1);

export const overlap = (a: Block, b: Block): boolean => a.first <= lastOf(b) && b.first <= lastOf(a);
export const contains = (outer: Block, inner: Block): boolean =>
  outer.first <= inner.first && lastOf(inner) <= lastOf(outer);

/** The addresses that may be handed out, lowest first: a /29 has 5, a /28 has 13, a /26 has 61. */
export function usableAddresses(block: Block): string[] {
  return Array.from({ length: sizeOf(block) - RESERVED_PER_SUBNET }, (_, index) => toText(block.first + 2 + index));
}

/**
 * The lowest aligned block of the given prefix length inside `pool` that overlaps none of `taken`, or
 * undefined when the pool has no room left.
 */
export function firstFreeBlock(pool: Block, prefix: number, taken: readonly Block[]): Block | undefined {
  const size = 2 ** (32 - prefix);
  const inOrder = taken.filter((block) => overlap(pool, block)).sort((a, b) => a.first - b.first);
  let first = pool.first;
  for (const block of inOrder) {
    if (block.first >= first + size) break;
    if (lastOf(block) >= first) first = Math.ceil((lastOf(block) + 1) / size) * size;
  }
  return first + size - 1 <= lastOf(pool) ? { first, prefix } : undefined;
}

function toNumber(text: string): number {
  return ipaddr.IPv4.parse(text).toByteArray().reduce((sum, byte) => sum * 256 + byte, 0);
}

function toText(value: number): string {
  return new ipaddr.IPv4([24, 16, 8, 0].map((shift) => (value >>> shift) & 255)).toString();
}
