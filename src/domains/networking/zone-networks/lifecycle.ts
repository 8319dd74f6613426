import type { Lifecycle } from '../../../core/lifecycle.js';
import type { ZoneNetworkState } from '../../../generated/prisma/enums.js';

/**
 * How a cluster's network in a zone comes about (R53): once the workers there are ready, portable subnets
 * are ordered, then the map of their addresses is filled, then ALBs are made. A cluster made with noSubnet
 * stays without (R55) until it is given a subnet; any zone fills its map again for a subnet that is to bring
 * an ALB (R57).
 */
export const zoneNetworkLifecycle: Lifecycle<ZoneNetworkState> = {
  awaiting_workers: {
    rule: 'R53',
    means: 'begins once the workers of the zone are ready',
    waitsFor: 'a worker of its cluster in the zone to be normal, and none to be on its way (R53)',
    next: ['ordering_subnets'],
    actions: [],
  },
  ordering_subnets: {
    rule: 'R53',
    means: 'waits for portable subnets, which are ordered',
    step: { to: 'filling_map', after: 'portable subnets ordered' },
    next: ['filling_map'],
    actions: [],
  },
  filling_map: {
    rule: 'R53',
    means: 'waits for the map of its portable addresses to be filled',
    step: { to: 'ready', after: 'vlan-ip map filled' },
    next: ['ready'],
    actions: [],
  },
  ready: { rule: 'R53', means: 'has its addresses, and its ALBs are made', next: ['filling_map'], actions: [] },
  without_subnets: {
    rule: 'R55',
    means: 'has no portable subnets, since its cluster was made with noSubnet',
    waitsFor: 'a subnet to be added to its cluster (R57)',
    next: ['awaiting_workers', 'filling_map'],
    actions: [],
  },
};
