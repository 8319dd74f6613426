import type { z } from 'zod';
import { isArmed, type KnownFault } from '../../domains/faults/rules.js';
import type { Fault } from './schemas.js';

export function toFault(fault: KnownFault, now: Date): z.input<typeof Fault> {
  const { operations, resource, zone, name, occasion } = fault;
  return {
    id: fault.id,
    effect: fault.effect,
    ...(operations.length > 0 && { operations }),
    ...(resource !== null && { resource }),
    ...(zone !== null && { zone }),
    ...(name !== null && { name }),
    ...(occasion !== null && { when: occasion }),
    createdAt: fault.createdAt.toISOString(),
    expiresAt: fault.expiresAt?.toISOString() ?? null,
    armed: isArmed(fault, now),
    matched: fault.matched,
    struck: fault.struck,
    resources: fault.struckIds,
  };
}
