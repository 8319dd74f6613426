import type { Lifecycle } from '../../../core/lifecycle.js';
import type { ZoneNetworkState } from '../../../generated/prisma/enums.js';

/**
 * How a cluster's network in a zone comes about (R53): once the workers there are ready, portable subnets
 * are ordered, then the map of their addresses is filled, then ALBs are made. A cluster made with noSubnet
 * stays without (R55) until it is given a subnet; any zone fills its map again for a subnet that is to bring
 * an ALB (R57).
 */
export const zoneNetworkLifecycle: Lifecycle<ZoneNetworkState> = {
  awaiting_workers: { next: ['ordering_subnets'], actions: [] },
  ordering_subnets: {
    step: { to: 'filling_map', after: 'portable subnets ordered' },
    next: ['filling_map'],
    actions: [],
  },
  filling_map: { step: { to: 'ready', after: 'vlan-ip map filled' }, next: ['ready'], actions: [] },
  ready: { next: ['filling_map'], actions: [] },
  without_subnets: { next: ['awaiting_workers', 'filling_map'], actions: [] },
};
