import { type Block, isBlock, overlap, parseBlock } from '../../../core/addresses.js';
import { IksError, refuseRequest } from '../../../errors/iks-error.js';
import type { Vlan } from '../../../generated/prisma/client.js';
import type { NetworkSide, SubnetKind } from '../../../generated/prisma/enums.js';

/** Where subnets of each side are cut from, without overlap in an account (R39). */
export const ADDRESS_POOLS: Readonly<Record<NetworkSide, Block>> = {
  public: parseBlock('169.48.0.0/16'),
  private: parseBlock('10.184.0.0/16'),
};

/** Prefix lengths of the subnets that the service orders by itself (R30, R50). */
export const ORDERED_PREFIXES: Readonly<Record<Exclude<SubnetKind, 'user_managed'>, Readonly<Record<NetworkSide, number>>>> = {
  primary: { public: 28, private: 26 },
  portable: { public: 29, private: 29 },
};

/** The sizes of a portable subnet that can be ordered, as the query has them, and their prefix lengths (R58). */
export const PORTABLE_PREFIXES = { '8': 29, '16': 28, '32': 27, '64': 26 } as const;

/**
 * The block of a user-managed subnet, which must overlap none of those that the account has (R61).
 * @throws IksError invalidRequest, or heldByAnother where it overlaps
 */
export function checkUserBlock(cidr: string, taken: readonly string[]): Block {
  if (!isBlock(cidr)) refuseRequest('cidr must be an IPv4 network in CIDR form, such as 10.91.40.0/24, without host bits');
  const block = parseBlock(cidr);
  if (block.prefix < 24 || block.prefix > 30) refuseRequest(`cidr must be a /24 to /30; it is a /${block.prefix}`);
  const holder = taken.find((other) => overlap(block, parseBlock(other)));
  if (holder !== undefined) throw IksError.of('heldByAnother', `The block ${cidr}, or a part of it,`, `the subnet ${holder}`);
  return block;
}

/**
 * The VLAN of the given id among those that a cluster's workers are on (R56, R58).
 * @throws IksError invalidRequest that names the VLANs which are possible
 */
export function pickAttachedVlan(id: string, attached: readonly Vlan[]): Vlan {
  const vlan = attached.find((candidate) => candidate.id === id);
  if (vlan !== undefined) return vlan;
  return refuseRequest(`VLAN ${id} has no workers of the cluster; it must be one of: ${attached.map((one) => one.id).join(', ')}`);
}
