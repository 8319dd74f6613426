import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { Cluster } from '../../generated/prisma/client.js';
import type { ClusterType } from '../../generated/prisma/enums.js';
import { defaultVersionOf, LARGEST_STEP, minorsAhead, resolveVersion, supportedVersions, type Version } from '../catalog/versions.js';

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
  const ahead = minorsAhead(target.master, masterVersion);
  if (ahead < 0) refuseRequest(`version ${target.master} lies behind the master's ${masterVersion}, and masters do not go back`);
  if (ahead > LARGEST_STEP) {
    refuseRequest(`version ${target.master} is ${ahead} minors ahead of the master's ${masterVersion}; it must be one at most`);
  }
  return target;
}

function findOffered(wanted: string, type: ClusterType): Version {
  const version = resolveVersion(wanted);
  if (version?.type === type) return version;
  return refuseRequest(`version '${wanted}' is not supported; it must be one of: ${supportedVersions(type).join(', ')}`);
}

/**
 * R165: no worker is left further behind than masters can work with.
 * @throws IksError invalidRequest naming the version of a worker that is too old
 */
export function checkWorkerLag(target: Version, workerVersions: readonly string[]): void {
  const late = workerVersions.find((version) => minorsAhead(target.master, version) > LARGEST_LAG);
  if (late === undefined) return;
  refuseRequest(`version ${target.master} needs workers that are two minors behind at most, and there are some of ${late}; update the workers first`);
}
