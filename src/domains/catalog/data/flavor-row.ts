import type { Era } from './era.js';
import { classicZones } from './zones.js';

export interface Disk {
  readonly gigabytes: number;
  readonly type: string;
}

type Isolation = 'public' | 'private';

export interface FlavorRow {
  readonly name: string;
  readonly provider: 'classic' | 'vpc-gen2';
  readonly serverType: 'virtual' | 'physical';
  readonly cores: number;
  readonly memoryGB: number;
  readonly networkSpeedMbps: number;
  readonly primaryDisk: Disk;
  readonly secondaryDisk: Disk | null;
  readonly gpu?: { readonly count: number; readonly model: string };
  /** The Kubernetes images that run on it; none where the image follows the version. */
  readonly operatingSystems: readonly string[];
  /** Hardware shared with other accounts (`public`) or not (`private`), as v1 spells it (R89). */
  readonly isolation: readonly Isolation[];
  /** Also offered on dedicated hosts, which VPC alone has. */
  readonly dedicatedHosts?: true;
  /** Whether it can be ordered with trusted compute. */
  readonly trustable?: boolean;
  readonly era: Era;
  /** The zones in which a caller may order it. */
  readonly zones: readonly string[];
  readonly replacedBy?: string;
}

export const disk = (gigabytes: number, type: string): Disk => ({ gigabytes, type });

const usSouthVpc = ['us-south-1', 'us-south-2', 'us-south-3'];

export const zoneSets = {
  everyClassic: classicZones.filter(({ era }) => era !== '2018').map(({ id }) => id),
  classicOf2018: classicZones.filter(({ era }) => era !== 'now').map(({ id }) => id),
  dallas: ['dal10', 'dal12', 'dal13'],
  usSouthVpc,
  usSouthAndChennaiVpc: [...usSouthVpc, 'in-che-1', 'in-che-2', 'in-che-3'],
  chosenByProvider: [],
} as const satisfies Record<string, readonly string[]>;
