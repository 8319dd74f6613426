import { classicFlavorsOf2018 } from './data/classic-flavors-of-2018.js';
import { classicFlavors } from './data/classic-flavors.js';
import type { FlavorRow } from './data/flavor-row.js';
import { vpcFlavors } from './data/vpc-flavors.js';

export interface Flavor extends FlavorRow {
  /** Known, but not to be ordered any more (R92). */
  readonly deprecated: boolean;
  /** The flavor to take in place of a deprecated one; empty where none is known. */
  readonly replacedBy: string;
}

const ENCRYPTED = '.encrypted';

/** Families whose machines were of the same sizes as those of the family that followed; no table lists them any more. */
const elderFamilies: ReadonlyMap<string, string> = new Map([['b1c', 'b2c'], ['u1c', 'u2c']]);

/** Every flavor that has a row, those of 2018 among them. */
export const knownFlavors: readonly Flavor[] = [...classicFlavors, ...classicFlavorsOf2018, ...vpcFlavors].map((row) => ({
  ...row,
  deprecated: row.era === '2018',
  replacedBy: row.replacedBy ?? '',
}));

const byName: ReadonlyMap<string, Flavor> = new Map(knownFlavors.map((flavor) => [flavor.name, flavor]));

/** The flavor of that name, and whether the name says that the disk is encrypted (R88). */
export function findFlavor(name: string): { flavor: Flavor; encrypted: boolean } | undefined {
  const encrypted = name.endsWith(ENCRYPTED);
  const plain = encrypted ? name.slice(0, -ENCRYPTED.length) : name;
  const flavor = byName.get(plain) ?? findElder(plain);
  return flavor && { flavor, encrypted };
}

/** The name as it is shown for a machine whose disk is encrypted (R88). */
export const encryptedName = (flavor: Flavor): string => `${flavor.name}${ENCRYPTED}`;

/** Whether a caller may order the flavor in the zone (R92). */
export const isOfferedIn = (flavor: Flavor, zoneId: string): boolean => !flavor.deprecated && flavor.zones.includes(zoneId);

/** What a caller may order in the zone. */
export const flavorsIn = (zoneId: string): readonly Flavor[] => knownFlavors.filter((flavor) => isOfferedIn(flavor, zoneId));

/** The names of what a caller may order in the zone, without the suffix for encryption. */
export const flavorNamesIn = (zoneId: string): readonly string[] => flavorsIn(zoneId).map(({ name }) => name);

function findElder(name: string): Flavor | undefined {
  const [family = '', ...size] = name.split('.');
  const successor = byName.get([elderFamilies.get(family), ...size].join('.'));
  return successor && { ...successor, name };
}
