import type { Lifecycle } from '../../core/lifecycle.js';
import type { AddonState } from '../../generated/prisma/enums.js';

/** What a request does to the add-ons that it names. To enable what is enabled, in the same form, changes nothing. */
export type AddonAction = 'enable' | 'update' | 'disable';

/** R291: an add-on is pending or updating for a while before it is healthy. */
export const addonLifecycle: Lifecycle<AddonState, AddonAction> = {
  enabling: {
    rule: 'R291',
    means: 'is being installed into its cluster',
    step: { to: 'normal', after: 'add-on enabling' },
    next: ['normal', 'disabling'],
    actions: ['enable', 'disable'],
  },
  updating: {
    rule: 'R291',
    means: 'is being changed to another version or to other options',
    step: { to: 'normal', after: 'add-on updating' },
    next: ['normal', 'disabling'],
    actions: ['enable', 'disable'],
  },
  normal: { rule: 'R291', means: 'is installed and healthy', next: ['updating', 'disabling'], actions: ['enable', 'update', 'disable'] },
  disabling: {
    rule: 'R291',
    means: 'is being taken out of its cluster',
    step: { to: 'disabled', after: 'add-on disabling' },
    next: ['disabled'],
    actions: [],
  },
  disabled: { rule: 'R291', means: 'is gone', next: [], actions: [] },
};
