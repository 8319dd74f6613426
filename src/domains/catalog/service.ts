import { IksError } from '../../errors/iks-error.js';
import { type Flavor, flavorsIn } from './flavors.js';
import { currentZones, findClassicZone, findZone, type Zone, zonesIn } from './zones.js';

interface ZoneListing {
  readonly zone: Zone;
  readonly flavors: readonly Flavor[];
}

/** The zones of a place, or all; an unknown place has none. What can be ordered there comes with them only if asked for. */
export function listZones(place: string | undefined, showFlavors = false): readonly ZoneListing[] {
  const zones = place === undefined ? currentZones : zonesIn(place);
  return zones.map((zone) => ({ zone, flavors: showFlavors ? flavorsIn(zone.id) : [] }));
}

/**
 * What can be ordered in a zone.
 * @throws IksError zoneNotFound, also when the zone is not one of the named provider's
 */
export function listFlavors(zoneId: string, provider: string | undefined): readonly Flavor[] {
  const zone = findZone(zoneId);
  const isOfAnother = provider !== undefined && provider !== zone?.provider;
  if (zone === undefined || isOfAnother) throw IksError.of('zoneNotFound', zoneId);
  return flavorsIn(zoneId);
}

/**
 * What can be ordered in a data centre.
 * @throws IksError zoneNotFound
 */
export function listMachineTypes(datacenter: string): readonly Flavor[] {
  if (findClassicZone(datacenter) === undefined) throw IksError.of('zoneNotFound', datacenter);
  return flavorsIn(datacenter);
}
