import { IksError } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import { defaultVersionOf, numbersOf, type Platform, resolveVersion, supportedVersions, type Version } from '../catalog/versions.js';

/** How many minors a master goes ahead in one update (R163). */
const LARGEST_STEP = 1;
/** How many minors workers may lie behind their master (R165). */
const LARGEST_LAG = 2;

/**
 * The version that an update of the master leads to: the one named, or the default one (R90, R164).
 * @throws IksError invalidRequest for a version that is not offered for the cluster's platform, lies behind, or
 *   lies more than one minor ahead (R163); alreadyAtVersion
 */
export function chooseUpdate({ type, masterVersion }: Pick<Cluster, 'type' | 'masterVersion'>, wanted: string | undefined): Version {
  const target = wanted === undefined ? defaultVersionOf(type) : findOffered(wanted, type);
  if (target.master === masterVersion) throw IksError.of('alreadyAtVersion', masterVersion);
  const ahead = minorsBetween(masterVersion, target.master);
  if (ahead < 0) refuse(`version ${target.master} lies behind the master's ${masterVersion}, and masters do not go back`);
  if (ahead > LARGEST_STEP) {
    refuse(`version ${target.master} is ${ahead} minors ahead of the master's ${masterVersion}; it must be one at most`);
  }
  return target;
}

function findOffered(wanted: string, type: Platform): Version {
  const version = resolveVersion(wanted);
  if (version?.type === type) return version;
  return refuse(`version '${wanted}' is not supported; it must be one of: ${supportedVersions(type).join(', ')}`);
}

/**
 * R165: no worker is left further behind than masters can work with.
 * @throws IksError invalidRequest naming the version of a worker that is too old
 */
export function checkWorkerLag(target: Version, workerVersions: readonly string[]): void {
  const late = workerVersions.find((version) => minorsBetween(version, target.master) > LARGEST_LAG);
  if (late === undefined) return;
  refuse(`version ${target.master} needs workers that are two minors behind at most, and there are some of ${late}; update the workers first`);
}

/** Negative when `to` lies behind. Major versions never differ on one platform. */
const minorsBetween = (from: string, to: string): number => numbersOf(to)[1] - numbersOf(from)[1];

function refuse(problem: string): never {
  throw IksError.of('invalidRequest', problem);
}
