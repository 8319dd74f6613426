import type { ClusterType } from '../../generated/prisma/enums.js';
import { kubernetesVersions, openshiftVersions, type VersionRow } from './data/versions.js';
import type { Flavor } from './flavors.js';

export interface Version {
  readonly type: ClusterType;
  /** Such as 1.36 or 4.19, without the suffix. */
  readonly majorMinor: string;
  /** The build as clusters show it: 1.36.3_1525, 4.19.0_1500_openshift (R160). */
  readonly master: string;
  /** The build new workers of such a master get, which may lie above or below the master's (R165, R168). */
  readonly worker: string;
  /** A date such as 2027-08-01, or empty. */
  readonly endOfService: string;
  readonly operatingSystems: readonly string[];
  readonly deprecated: boolean;
  readonly isDefault: boolean;
  /** Whether new clusters can be made of it. Flags decide, not the date (R161). */
  readonly offered: boolean;
}

const suffixes: Readonly<Record<ClusterType, string>> = { kubernetes: '', openshift: '_openshift' };

const knownVersions: readonly Version[] = [
  ...describe(kubernetesVersions, 'kubernetes'),
  ...describe(openshiftVersions, 'openshift'),
];
const offeredVersions = knownVersions.filter(({ offered }) => offered);

const byBuild: ReadonlyMap<string, Version> = new Map(knownVersions.map((version) => [version.master, version]));
const byRequest: ReadonlyMap<string, Version> = new Map(
  offeredVersions.flatMap((version) => requestsFor(version).map((text) => [text, version])),
);
const defaults: Readonly<Record<ClusterType, Version>> = {
  kubernetes: findDefault('kubernetes'),
  openshift: findDefault('openshift'),
};

/**
 * The version a caller asks for (R90): the minor (1.36), the patch (1.36.3) or the build (1.36.3_1525), for
 * OpenShift with the suffix `_openshift`; the default Kubernetes version when nothing is named. Undefined when
 * no such version is offered.
 */
export const resolveVersion = (text: string | undefined): Version | undefined =>
  text === undefined ? defaults.kubernetes : byRequest.get(text);

/** What a create takes that names no version of the platform. */
export const defaultVersionOf = (platform: ClusterType): Version => defaults[platform];

/** The version of a master by its whole build string; those of 2018 are found too. */
export const findBuild = (master: string): Version | undefined => byBuild.get(master);

/** When the minor of a master's or worker's build goes out of service: a date, or empty where none is set. */
export const endOfServiceOf = (build: string): string => findMinor(build)?.endOfService ?? '';

/** What can be asked for, of all platforms or of one, in its shortest form and newest first: 1.36, 4.19_openshift. */
export const supportedVersions = (platform?: ClusterType): readonly string[] =>
  offeredVersions
    .filter(({ type }) => platform === undefined || type === platform)
    .map(({ majorMinor, type }) => `${majorMinor}${suffixes[type]}`);

/** The newest build for workers of the minor that a build of a master or a worker belongs to (R166, R168). */
export const newestWorkerBuild = (build: string): string => findMinor(build)?.worker ?? build;

/** The offered versions of a platform, oldest first. */
export const versionsOf = (platform: ClusterType): readonly Version[] =>
  offeredVersions.filter(({ type }) => type === platform).toReversed();

/** How many minors a master goes ahead in one update (R163). */
export const LARGEST_STEP = 1;

/** How many minors one build is ahead of another; negative when it lies behind. Both are of one major version. */
export const minorsAhead = (build: string, of: string): number => numbersOf(build)[1] - numbersOf(of)[1];

/**
 * The build a master update that names no version leads to (R137): the default version where that is in reach
 * (R163, R164), else the master's own.
 */
export function targetVersionOf(master: string): string {
  const target = defaults[typeOf(master)].master;
  const ahead = minorsAhead(target, master);
  const isInReach = numbersOf(target)[0] === numbersOf(master)[0] && ahead >= 0 && ahead <= LARGEST_STEP;
  return isInReach ? target : master;
}

/**
 * The operating systems that workers of the version and the flavor can have, the usual one first; none when the
 * flavor cannot be used with the version.
 *
 * Flavors list images for Kubernetes alone. For OpenShift the size decides instead (assumed): a worker needs
 * 4 cores and 16 GB.
 */
export function operatingSystemsFor(version: Version, flavor: Flavor): readonly string[] {
  if (version.type === 'openshift') return runsOpenShift(flavor) ? version.operatingSystems : [];
  if (flavor.operatingSystems.length === 0) return version.operatingSystems;
  return version.operatingSystems.filter((system) => flavor.operatingSystems.includes(system));
}

/** The operating system a new pool gets that names none; undefined when the flavor cannot be used with the version. */
export const defaultOperatingSystem = (version: Version, flavor: Flavor): string | undefined =>
  operatingSystemsFor(version, flavor)[0];

/** Whether OpenShift workers can be ordered of the flavor. */
export const runsOpenShift = (flavor: Flavor): boolean => !flavor.deprecated && flavor.cores >= 4 && flavor.memoryGB >= 16;

/** Major, minor and patch of a build. */
export function numbersOf(build: string): [major: number, minor: number, patch: number] {
  const [major = 0, minor = 0, patch = 0] = build.split(/[._]/).map(Number);
  return [major, minor, patch];
}

const typeOf = (build: string): ClusterType => (build.endsWith(suffixes.openshift) ? 'openshift' : 'kubernetes');

/** What is known of the minor that a build of a master or a worker belongs to. */
function findMinor(build: string): Version | undefined {
  const majorMinor = numbersOf(build).slice(0, 2).join('.');
  const type = typeOf(build);
  return knownVersions.find((version) => version.type === type && version.majorMinor === majorMinor);
}

/** Every text that means the version. The build of its workers is not one: clients wait to see what they asked for. */
function requestsFor({ type, majorMinor, master }: Version): string[] {
  const suffix = suffixes[type];
  return [`${majorMinor}${suffix}`, `${numbersOf(master).join('.')}${suffix}`, master];
}

function describe(rows: readonly VersionRow[], type: ClusterType): Version[] {
  const suffix = suffixes[type];
  return rows.map(({ majorMinor, master, worker = master, endOfService, operatingSystems, isDefault, deprecated, era }) => ({
    type,
    majorMinor,
    master: `${master}${suffix}`,
    worker: `${worker}${suffix}`,
    endOfService,
    operatingSystems,
    deprecated: deprecated === true,
    isDefault: isDefault === true,
    offered: era !== '2018',
  }));
}

function findDefault(platform: ClusterType): Version {
  const version = offeredVersions.find(({ type, isDefault }) => type === platform && isDefault);
  if (version === undefined) throw new Error(`The catalogue names no default version of ${platform}.`);
  return version;
}
