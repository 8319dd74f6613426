import { refuseRequest } from '../../errors/iks-error.js';
import type { Cluster, ClusterAddon } from '../../generated/prisma/client.js';
import type { ClusterType } from '../../generated/prisma/enums.js';
import { numbersOf } from '../catalog/versions.js';
import { type AddonRow, addonRows, type VersionRange } from './data.js';
import type { AddonAction } from './lifecycle.js';

type Host = Pick<Cluster, 'type' | 'masterVersion'>;

const classicRows = addonRows.filter(({ provider }) => provider === undefined);

/** The names of the add-ons that classic clusters can have. */
const addonNames: readonly string[] = [...new Set(classicRows.map(({ name }) => name))];

/** The catalogue's row of a version that is installed. */
export const findRow = (name: string, version: string): AddonRow | undefined =>
  addonRows.find((row) => row.name === name && row.version === version);

/** The versions of an add-on that a cluster can run, newest first. */
const versionsFor = (name: string, cluster: Host): string[] =>
  offersOf(name, cluster.type)
    .filter(({ range }, index) => fits(range, cluster, index === 0))
    .map(({ version }) => version);

/** The versions to which an installed add-on can be updated, newest first. */
export const upgradesFor = ({ name, version }: Pick<ClusterAddon, 'name' | 'version'>, cluster: Host): string[] =>
  versionsFor(name, cluster).filter((candidate) => compareVersions(candidate, version) > 0);

/**
 * R290: the version that a caller means, the newest that fits when none is named.
 * @throws IksError invalidRequest for an unknown add-on and for a version that the cluster cannot run
 */
export function chooseVersion(name: string, wanted: string | undefined, cluster: Host): string {
  if (!addonNames.includes(name)) refuseRequest(`the add-on '${name}' is not for classic clusters; it must be one of: ${addonNames.join(', ')}`);
  const fitting = versionsFor(name, cluster);
  const chosen = wanted === undefined ? fitting[0] : fitting.find((version) => version === wanted);
  if (chosen !== undefined) return chosen;
  const allowed = fitting.length === 0 ? 'it has none that does' : `it must be one of: ${fitting.join(', ')}`;
  return refuseRequest(`the add-on ${name}${wanted === undefined ? '' : ` ${wanted}`} does not run on ${cluster.masterVersion}; ${allowed}`);
}

/**
 * R290: enable or update, not both; `enable: false` disables.
 * @throws IksError invalidRequest when the flags say nothing or two things
 */
export function chooseChange(enable: boolean | undefined, update: boolean | undefined): AddonAction {
  if (enable === true && update === true) refuseRequest('enable and update must not both be true');
  if (update === true) return 'update';
  if (enable === undefined) refuseRequest('enable must be true or false, unless update is true');
  return enable ? 'enable' : 'disable';
}

/** Negative, 0 or positive as `a` is older than, the same as or newer than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const differing = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => (left[index] ?? 0) - (right[index] ?? 0));
  return differing.find((difference) => difference !== 0) ?? 0;
}

/** The versions of an add-on that are for a platform, the newest first, each with what it is for. */
const offersOf = (name: string, platform: ClusterType): { readonly version: string; readonly range: VersionRange }[] =>
  classicRows
    .flatMap(({ name: own, version, [platform]: range }) => (own === name && range !== undefined ? [{ version, range }] : []))
    .sort((a, b) => compareVersions(b.version, a.version));

/** The ranges are older than the clusters of today: beyond them the newest version counts as fitting (R290). */
function fits([from, below]: VersionRange, { masterVersion }: Host, isNewest: boolean): boolean {
  const version = numbersOf(masterVersion).join('.');
  return compareVersions(version, from) >= 0 && (isNewest || compareVersions(version, below) < 0);
}
