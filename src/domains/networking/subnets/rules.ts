import { type Block, parseBlock } from '../../../core/addresses.js';
import type { NetworkSide, SubnetKind } from '../../../generated/prisma/enums.js';

/** Where subnets of each side are cut from, without overlap in an account (R39). */
export const ADDRESS_POOLS: Readonly<Record<NetworkSide, Block>> = {
  public: parseBlock('169.48.0.0/16'),
  private: parseBlock('10.184.0.0/16'),
};

/** Prefix lengths of the subnets that the service orders by itself (R30, R50). */
export const ORDERED_PREFIXES: Readonly<Record<SubnetKind, Readonly<Record<NetworkSide, number>>>> = {
  primary: { public: 28, private: 26 },
  portable: { public: 29, private: 29 },
};

/** R54: above this number no further portable subnet comes. */
export const MAX_SUBNETS_PER_VLAN = 40;
