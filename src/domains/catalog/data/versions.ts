import type { Era } from './era.js';

export interface VersionRow {
  /** Such as 1.36, or 4.19 for OpenShift. */
  readonly majorMinor: string;
  /** The newest build of the master, without the OpenShift suffix. */
  readonly master: string;
  /** The newest build of the workers, where it is known to differ or to be the same. */
  readonly worker?: string;
  /** Empty where no date is set. */
  readonly endOfService: string;
  readonly isDefault?: true;
  readonly deprecated?: true;
  /** The first one is what a worker pool gets by default. */
  readonly operatingSystems: readonly string[];
  readonly era: Era;
}

const ubuntu24 = { operatingSystems: ['UBUNTU_24_64'], era: 'now' } as const satisfies Partial<VersionRow>;
const ubuntu16 = { operatingSystems: ['UBUNTU_16_64'], era: '2018' } as const satisfies Partial<VersionRow>;
const rhel9 = { operatingSystems: ['RHEL_9'], era: 'now' } as const satisfies Partial<VersionRow>;
const rhel9Or8 = { operatingSystems: ['RHEL_9', 'RHEL_8'], era: 'now' } as const satisfies Partial<VersionRow>;
const rhel8 = { operatingSystems: ['RHEL_8'], era: 'now' } as const satisfies Partial<VersionRow>;

/** Kubernetes, newest first. The build of 1.9 is made up: its number was not published with the patch. */
export const kubernetesVersions: readonly VersionRow[] = [
  { ...ubuntu24, majorMinor: '1.36', master: '1.36.3_1525', worker: '1.36.2_1524', endOfService: '2027-08-01', isDefault: true },
  { ...ubuntu24, majorMinor: '1.35', master: '1.35.3_1523', endOfService: '2027-04-28' },
  { ...ubuntu24, majorMinor: '1.34', master: '1.34.3_1539', worker: '1.34.3_1539', endOfService: '2026-11-01', deprecated: true },
  { ...ubuntu24, majorMinor: '1.33', master: '1.33.5_1549', worker: '1.33.5_1550', endOfService: '2026-10-14', deprecated: true },
  { ...ubuntu16, majorMinor: '1.11', master: '1.11.3_1527', worker: '1.11.3_1531', endOfService: '' },
  { ...ubuntu16, majorMinor: '1.10', master: '1.10.8_1527', worker: '1.10.8_1528', endOfService: '', isDefault: true },
  { ...ubuntu16, majorMinor: '1.9', master: '1.9.10_1527', endOfService: '' },
];

/** OpenShift, newest first. Only the minors are facts: patch 0 and build 1500 are made up throughout. */
export const openshiftVersions: readonly VersionRow[] = [
  { ...rhel9, majorMinor: '4.19', master: '4.19.0_1500', endOfService: '2027-05-26', isDefault: true },
  { ...rhel9, majorMinor: '4.18', master: '4.18.0_1500', endOfService: '2027-05-26' },
  { ...rhel9Or8, majorMinor: '4.17', master: '4.17.0_1500', endOfService: '2026-08-26' },
  { ...rhel9Or8, majorMinor: '4.16', master: '4.16.0_1500', endOfService: '2026-08-26' },
  { ...rhel8, majorMinor: '4.15', master: '4.15.0_1500', endOfService: '2026-01-08', deprecated: true },
  { ...rhel8, majorMinor: '4.14', master: '4.14.0_1500', endOfService: '2026-01-08', deprecated: true },
];
