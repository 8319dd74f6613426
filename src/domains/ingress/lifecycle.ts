import type { Lifecycle } from '../../core/lifecycle.js';
import type { SubdomainState } from '../../generated/prisma/enums.js';

/** The host name shows once it is registered with the addresses of the public ALBs (R53, R253). */
export const subdomainLifecycle: Lifecycle<SubdomainState> = {
  registering: {
    rule: 'R253',
    means: 'is being registered with the addresses of the public ALBs',
    step: { to: 'registered', after: 'subdomain registering' },
    next: ['registered'],
    actions: [],
  },
  registered: { rule: 'R253', means: 'leads to the public ALBs', next: [], actions: [] },
};
