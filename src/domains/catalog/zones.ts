import { refuseRequest } from '../../errors/iks-error.js';
import type { FlavorRow } from './data/flavor-row.js';
import { countries, metros, regions } from './data/places.js';
import { classicZones, vpcZones, type ZoneRow } from './data/zones.js';

/** A zone with everything that follows from its metro and its region. */
export interface Zone {
  readonly id: string;
  readonly provider: FlavorRow['provider'];
  readonly metro: ZoneRow['metro'];
  readonly metroName: string;
  readonly country: string;
  readonly geography: string;
  readonly region: ZoneRow['region'];
  readonly legacyRegion: string;
  readonly multizone: boolean;
  /** Nothing can be ordered in it any more. */
  readonly retired: boolean;
}

const knownZones: readonly Zone[] = [...describe(classicZones, 'classic'), ...describe(vpcZones, 'vpc-gen2')];
const byId: ReadonlyMap<string, Zone> = new Map(knownZones.map((zone) => [zone.id, zone]));

/** Every zone in which something can be ordered, classic ones first. */
export const currentZones: readonly Zone[] = knownZones.filter(({ retired }) => !retired);

const currentClassicZones = currentZones.filter(({ provider }) => provider === 'classic');
const classicIds = currentClassicZones.map(({ id }) => id);

const modernNames: ReadonlyMap<string, string> = new Map(
  Object.entries(regions).flatMap(([name, { legacyName }]) => [
    [legacyName, name],
    [name, name],
  ]),
);

/** A zone of any infrastructure in which something can be ordered. */
export function findZone(id: string): Zone | undefined {
  const zone = byId.get(id);
  return zone?.retired === false ? zone : undefined;
}

/** A data centre in which classic clusters can be ordered. Neither VPC zones nor retired data centres are. */
export function findClassicZone(id: string): Zone | undefined {
  const zone = findZone(id);
  return zone?.provider === 'classic' ? zone : undefined;
}

/** The regions in which classic clusters can be ordered. */
export const classicRegions = (): readonly string[] => [...new Set(currentClassicZones.map(({ region }) => region))];

/** What `findClassicZone` finds. */
export const classicZoneIds = (): readonly string[] => classicIds;

/** The region's name as answers show it, from that name or from the one of before 2019, in any letter case (R23). */
export const modernRegion = (name: string): string | undefined => modernNames.get(name.toLowerCase());

/**
 * The region of classic clusters that the header X-Region names, as {@link modernRegion}.
 * @throws IksError invalidRequest
 */
export function requireClassicRegion(header: string): string {
  const named = modernRegion(header);
  return classicRegions().find((region) => region === named) ?? refuseRequest(`the header X-Region must be one of: ${classicRegions().join(', ')}`);
}

/** The zones of a place: a zone, a metro, a region by either name, a country or a geography. None where it is unknown. */
export function zonesIn(place: string): readonly Zone[] {
  const word = place.toLowerCase();
  return currentZones.filter(({ id, metro, region, legacyRegion, country, geography }) =>
    [id, metro, region, legacyRegion, country, geography].includes(word),
  );
}

/** The ids of `zonesIn`. */
export const zonesMatching = (place: string): readonly string[] => zonesIn(place).map(({ id }) => id);

/** The zones in which the service may place a free cluster (R101), of one region where that is given. */
export const freeZonesIn = (region: string | undefined): readonly Zone[] =>
  currentClassicZones.filter((zone) => regions[zone.region].free && (region === undefined || zone.region === region));

/** The modern name of the region that manages the zone (R23). @throws Error for a zone that no row ever had */
export const regionOfZone = (zoneId: string): string => knownZone(zoneId).region;

/** The part of host names that says where a cluster is: its region, or the data centre where that stands alone (R139). */
export function hostRegionOf(zoneId: string): string {
  const { id, region, multizone } = knownZone(zoneId);
  return multizone ? region : id;
}

function knownZone(id: string): Zone {
  const zone = byId.get(id);
  if (zone === undefined) throw new Error(`The catalogue has no zone ${id}.`);
  return zone;
}

function describe(rows: readonly ZoneRow[], provider: Zone['provider']): Zone[] {
  return rows.map(({ id, metro, region, multizone, era }) => ({
    id,
    provider,
    metro,
    metroName: metros[metro].name,
    country: metros[metro].country,
    geography: countries[metros[metro].country].geography,
    region,
    legacyRegion: regions[region].legacyName,
    multizone,
    retired: era === '2018',
  }));
}
