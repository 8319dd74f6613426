import type { Lifecycle } from '../../core/lifecycle.js';
import type { AddonState } from '../../generated/prisma/enums.js';

export type AddonAction = 'update' | 'disable';

/** R291: an add-on is pending or updating for a while before it is healthy. */
export const addonLifecycle: Lifecycle<AddonState, AddonAction> = {
  enabling: { step: { to: 'normal', after: 'add-on enabling' }, next: ['normal', 'disabling'], actions: ['disable'] },
  updating: { step: { to: 'normal', after: 'add-on updating' }, next: ['normal', 'disabling'], actions: ['disable'] },
  normal: { next: ['updating', 'disabling'], actions: ['update', 'disable'] },
  disabling: { step: { to: 'disabled', after: 'add-on disabling' }, next: ['disabled'], actions: [] },
  disabled: { next: [], actions: [] },
};
