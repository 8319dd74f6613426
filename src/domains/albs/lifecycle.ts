import type { Lifecycle } from '../../core/lifecycle.js';
import type { AlbState } from '../../generated/prisma/enums.js';

/** Enabling what is enabled and disabling what is disabled is allowed and changes nothing (R234). */
export type AlbAction = 'enable' | 'disable' | 'change build';

/** An enabled ALB is healthy once its pods run; a disabled one runs nothing (R230, R233). Another build starts its pods anew. */
export const albLifecycle: Lifecycle<AlbState, AlbAction> = {
  deploying: {
    rule: 'R230',
    means: 'is enabled, and its pods are on their way',
    waitsFor: 'a worker on its VLAN and a free address there (R240)',
    step: { to: 'healthy', after: 'alb deploying' },
    next: ['deploying', 'healthy', 'disabled'],
    actions: ['enable', 'disable', 'change build'],
  },
  healthy: { rule: 'R230', means: 'is enabled, and its pods run', next: ['deploying', 'disabled'], actions: ['enable', 'disable', 'change build'] },
  disabled: { rule: 'R233', means: 'is switched off and has no address', next: ['deploying'], actions: ['enable', 'disable'] },
};
