import { LATEST } from './clock.js';

interface Duration {
  readonly seconds: number;
  /** The rule or statement the length follows. */
  readonly source: string;
}

/**
 * How long each step takes in the real service. Everything that takes time is in this table; an account's
 * speed divides it. The sums that users know: master Ready at 5 min after the create, workers normal at
 * 20 min, ALBs and Ingress subdomain 5 min later, a delete within 15 min (R53, R132).
 */
export const durations = {
  'cluster requested': { seconds: 15, source: 'R121: accepted, the master not begun' },
  'cluster deploying': { seconds: 285, source: 'R132: masters answer after about 5 min' },
  'cluster updating': { seconds: 600, source: 'R133: well inside the clients\' 45 min for an update' },
  'cluster refreshing': { seconds: 180, source: 'R154: the API server restarts' },
  'cluster deleting': { seconds: 840, source: 'R133: well inside the clients\' 45 min; about 15 min' },
  'cluster aborted': { seconds: 420, source: 'R122, R142: its workers are gone by then, and little else is there' },
  'worker provision_pending': { seconds: 30, source: 'R204: the order is placed once the master is deployed' },
  'worker provisioning': { seconds: 360, source: 'R132: virtual machines take minutes' },
  'worker provisioned': { seconds: 30, source: 'R204' },
  'worker deploying': { seconds: 420, source: 'R204: runtime, kubelet and Calico are set up' },
  'worker deployed': { seconds: 60, source: 'R204: automation done, node not yet ready' },
  'worker reload_pending': { seconds: 30, source: 'R208' },
  'worker reloading': { seconds: 240, source: 'R208: the disk is written anew' },
  'worker rebooting': { seconds: 120, source: 'R207: seconds to minutes' },
  'worker deleting': { seconds: 300, source: 'R142: drained and cancelled before the cluster is gone' },
  'portable subnets ordered': { seconds: 60, source: 'R53: within 15 min after normal' },
  'vlan-ip map filled': { seconds: 60, source: 'R53' },
  'alb deploying': { seconds: 120, source: 'R53' },
  'add-on enabling': { seconds: 120, source: 'R291' },
  'add-on updating': { seconds: 120, source: 'R291' },
  'add-on disabling': { seconds: 60, source: 'R291' },
  'subdomain registering': { seconds: 60, source: 'R53, R253' },
} as const satisfies Record<string, Duration>;

export type DurationName = keyof typeof durations;

/** The account speed at which every step is due as soon as it begins. */
export const INSTANT = 0;

/** The moment a step that begins at `from` is over, for an account of this speed; however slow that is, a date. */
export function dueAfter(from: Date, name: DurationName, speed: number): Date {
  const milliseconds = speed === INSTANT ? 0 : (durations[name].seconds * 1000) / speed;
  return new Date(Math.min(from.getTime() + Math.round(milliseconds), LATEST.getTime()));
}
