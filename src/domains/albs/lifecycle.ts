import type { Lifecycle } from '../../core/lifecycle.js';
import type { AlbState } from '../../generated/prisma/enums.js';

/** An enabled ALB is healthy once its pods run; a disabled one runs nothing (R230, R233). */
export const albLifecycle: Lifecycle<AlbState> = {
  deploying: { step: { to: 'healthy', after: 'alb deploying' }, next: ['healthy'], actions: [] },
  healthy: { next: [], actions: [] },
  disabled: { next: [], actions: [] },
};
