import type { z } from 'zod';
import type { ClusterAddon as Row, Cluster } from '../../generated/prisma/client.js';
import type { AddonState } from '../../generated/prisma/enums.js';
import type { AddonRow, VersionRange } from './data.js';
import { findRow, upgradesFor } from './rules.js';
import type { Addon, AddonOfCluster, ClusterAddon, ManageAddonsResponse } from './schemas.js';

type Health = Pick<z.input<typeof ClusterAddon>, 'healthState' | 'healthStatus'>;

/** R291: clients wait while an add-on is pending or updating, also for its end. */
const healths: Readonly<Record<AddonState, Health>> = {
  enabling: { healthState: 'pending', healthStatus: 'Enabling' },
  updating: { healthState: 'updating', healthStatus: 'Updating' },
  normal: { healthState: 'normal', healthStatus: 'Addon Ready (H1500)' },
  disabling: { healthState: 'pending', healthStatus: 'Disabling' },
  disabled: { healthState: 'pending', healthStatus: 'Disabled' },
};

export const toAddon = ({ name, version, kubernetes, openshift }: AddonRow): z.input<typeof Addon> => ({
  name,
  version,
  minKubeVersion: kubernetes?.[0] ?? '',
  minOCPVersion: openshift?.[0] ?? '',
  supportedKubeRange: printRange(kubernetes),
  supportedOCPRange: printRange(openshift),
  vlan_spanning_required: false,
});

/** What is absent matters: clients adopt an add-on without `targetVersion`, and read `options` as text (A22). */
export function toClusterAddon(cluster: Cluster, addon: Row): z.input<typeof ClusterAddon> {
  const { name, version, state, options } = addon;
  const upgrades = upgradesFor(addon, cluster);
  const [target] = upgrades;
  return {
    ...toAddon(findRow(name, version) ?? { name, version }),
    ...(target !== undefined && { targetVersion: target }),
    allowed_upgrade_versions: upgrades,
    deprecated: false,
    ...healths[state],
    ...(options !== null && { options }),
  };
}

export function toAddonOfCluster({ name, version, state }: Row): z.input<typeof AddonOfCluster> {
  const { healthState, healthStatus } = healths[state];
  return { name, version, enabled: state !== 'disabling', state: healthState, status: healthStatus };
}

/** No add-on needs another one, so none is ever missing or left behind. */
export const noDependencies: z.input<typeof ManageAddonsResponse> = { missingDeps: [], orphanedAddons: {} };

const printRange = (range: VersionRange | undefined): string => (range === undefined ? '' : `>=${range[0]} <${range[1]}`);
