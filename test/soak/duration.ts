const MINUTE = 60_000;

/** How long each soak test that has no end of its own goes on, in milliseconds: IKS_SOAK_MINUTES, or 10 minutes. */
export const duration = Number(process.env['IKS_SOAK_MINUTES'] ?? '10') * MINUTE;

/** More than a test needs that goes on for {@link duration}. */
export const patience = duration * 2 + 10 * MINUTE;
