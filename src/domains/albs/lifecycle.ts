import type { Lifecycle } from '../../core/lifecycle.js';
import type { AlbState } from '../../generated/prisma/enums.js';

/** Enabling what is enabled and disabling what is disabled is allowed and changes nothing (R234). */
export type AlbAction = 'enable' | 'disable' | 'change build';

/** An enabled ALB is healthy once its pods run; a disabled one runs nothing (R230, R233). Another build starts its pods anew. */
export const albLifecycle: Lifecycle<AlbState, AlbAction> = {
  deploying: {
    step: { to: 'healthy', after: 'alb deploying' },
    next: ['deploying', 'healthy', 'disabled'],
    actions: ['enable', 'disable', 'change build'],
  },
  healthy: { next: ['deploying', 'disabled'], actions: ['enable', 'disable', 'change build'] },
  disabled: { next: ['deploying'], actions: ['enable', 'disable'] },
};
