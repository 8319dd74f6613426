/**
 * The nginx builds that ALBs can run, the newest last: the three newest are offered, in the form
 * `<nginx>_<build>_iks` (R243).
 */
export const OFFERED_BUILDS: readonly [string, string, string] = ['1.11.5_5196_iks', '1.12.0_5214_iks', '1.12.1_5237_iks'];

export const NEWEST_BUILD = OFFERED_BUILDS[2];
