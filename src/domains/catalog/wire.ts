import type { z } from 'zod';
import type { Disk } from './data/flavor-row.js';
import { encryptedName, type Flavor } from './flavors.js';
import type { FlavorResponse, Flavor as FlavorSchema, MachineType } from './flavor-schemas.js';
import type { Location, Region } from './locations.js';
import type { IKSLocation, KubeVersion, Regions, Versions, ZoneResponse } from './schemas.js';
import { defaultOperatingSystem, defaultVersionOf, numbersOf, runsOpenShift, type Version, versionsOf } from './versions.js';
import type { Zone } from './zones.js';

type Wire<Schema extends z.ZodType> = z.input<Schema>;

/** R172. */
export function toKubeVersion({ master, isDefault, endOfService }: Version): Wire<typeof KubeVersion> {
  const [major, minor, patch] = numbersOf(master);
  return { major, minor, patch, default: isDefault, end_of_service: endOfService };
}

/** R172: the versions of every platform, keyed by it. */
export const toVersions = (): Wire<typeof Versions> => ({
  kubernetes: versionsOf('kubernetes').map(toKubeVersion),
  openshift: versionsOf('openshift').map(toKubeVersion),
});

/** The v1 row, whose name stays without the suffix for encryption. */
export const toMachineType = (flavor: Flavor): Wire<typeof MachineType> => ({
  name: flavor.name,
  ...machineInTexts(flavor),
  correspondingMachineType: flavor.replacedBy,
  gpus: flavor.gpu === undefined ? '' : `${flavor.gpu.count}x${flavor.gpu.model}`,
  ocp_unsupported: !runsOpenShift(flavor),
});

/** The v2 row, whose name says that the disk is encrypted (R88). */
export function toFlavor(flavor: Flavor): Wire<typeof FlavorSchema> {
  const name = flavor.provider === 'classic' ? encryptedName(flavor) : flavor.name;
  return { id: name, name, architecture: 'amd64', ...machineInTexts(flavor), correspondingFlavor: flavor.replacedBy };
}

/** The row inside a zone, which has numbers where the other lists have texts. */
const toFlavorResponse = (flavor: Flavor): Wire<typeof FlavorResponse> => ({
  id: flavor.name,
  name: flavor.name,
  ...machine(flavor),
  cores: flavor.cores,
  primaryStorage: toDisk(flavor.primaryDisk),
  ...(flavor.secondaryDisk !== null && { secondaryStorage: toDisk(flavor.secondaryDisk) }),
  additionalStorage: [],
  gpus: flavor.gpu === undefined ? [] : [{ Count: flavor.gpu.count, Type: flavor.gpu.model }],
  supported_isolation: [...flavor.isolation, ...(flavor.dedicatedHosts === true ? ['dedicated-host'] : [])],
  ocp_unsupported: !runsOpenShift(flavor),
  sgxEnabled: false,
});

export const toZoneResponse = (
  { id, metro }: Zone,
  flavors: readonly Flavor[],
): Wire<typeof ZoneResponse> => ({ id, name: id, metro, flavors: flavors.map(toFlavorResponse) });

export const toLocation = ({ id, displayName, multizoneMetro, ...same }: Location): Wire<typeof IKSLocation> => ({
  ...same,
  id,
  name: id,
  display_name: displayName,
  multizone_metro: multizoneMetro,
});

/** Here `name` is the old name and `alias` the modern one (R23). */
export const toRegions = (regions: readonly Region[]): Wire<typeof Regions> => ({
  regions: regions.map(({ name, legacyName, free }) => ({
    name: legacyName,
    alias: name,
    cfURL: '',
    freeEnabled: free,
    satellite: false,
  })),
});

const toDisk = ({ gigabytes, type }: Disk) => ({ Count: 1, Size: gigabytes, DeviceType: type, RAIDConfiguration: 'none' });

const machineInTexts = (flavor: Flavor) => ({
  ...machine(flavor),
  cores: String(flavor.cores),
  storage: `${flavor.primaryDisk.gigabytes}GB`,
  secondaryStorage: flavor.secondaryDisk === null ? '' : `${flavor.secondaryDisk.gigabytes}GB`,
  isTrusted: flavor.trustable === true,
});

/** What every list says of a flavor, in the same words. */
const machine = (flavor: Flavor) => ({
  provider: flavor.provider,
  serverType: flavor.serverType,
  memory: `${flavor.memoryGB}GB`,
  networkSpeed: `${flavor.networkSpeedMbps}Mbps`,
  os: operatingSystemOf(flavor),
  secondaryStorageEncrypted: flavor.secondaryDisk !== null,
  deprecated: flavor.deprecated,
});

/** What workers of the default version run; on a machine without that image, the newest one it has. */
const operatingSystemOf = (flavor: Flavor): string =>
  defaultOperatingSystem(defaultVersionOf('kubernetes'), flavor) ?? flavor.operatingSystems.at(-1) ?? '';
