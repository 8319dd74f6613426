import type { Lifecycle } from '../../core/lifecycle.js';
import type { AddonState } from '../../generated/prisma/enums.js';

/** What a request does to the add-ons that it names. To enable what is enabled, in the same form, changes nothing. */
export type AddonAction = 'enable' | 'update' | 'disable';

/** R291: an add-on is pending or updating for a while before it is healthy. */
export const addonLifecycle: Lifecycle<AddonState, AddonAction> = {
  enabling: { step: { to: 'normal', after: 'add-on enabling' }, next: ['normal', 'disabling'], actions: ['enable', 'disable'] },
  updating: { step: { to: 'normal', after: 'add-on updating' }, next: ['normal', 'disabling'], actions: ['enable', 'disable'] },
  normal: { next: ['updating', 'disabling'], actions: ['enable', 'update', 'disable'] },
  disabling: { step: { to: 'disabled', after: 'add-on disabling' }, next: ['disabled'], actions: [] },
  disabled: { next: [], actions: [] },
};
