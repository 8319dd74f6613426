import type { AccountScope } from '../accounts/scope.js';
import { findBuild, type Version } from '../catalog/versions.js';
import { findAllClusters } from '../clusters/service.js';

/** A deprecated version with the names of the account's clusters whose masters run it. */
export interface Deprecation {
  readonly version: Version;
  readonly clusters: readonly string[];
}

/** R161: what the account should be told of: one entry for each deprecated version in use, by the age of the clusters. */
export async function listDeprecations(scope: AccountScope): Promise<Deprecation[]> {
  const clustersOf = new Map<Version, string[]>();
  for (const { name, masterVersion } of await findAllClusters(scope)) {
    const version = findBuild(masterVersion);
    if (version?.deprecated === true) clustersOf.set(version, [...(clustersOf.get(version) ?? []), name]);
  }
  return [...clustersOf].map(([version, clusters]) => ({ version, clusters }));
}
