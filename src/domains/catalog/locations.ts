import { countries, geographies, metros, regions } from './data/places.js';
import { currentZones, freeZonesIn, type Zone } from './zones.js';

type Metro = keyof typeof metros;
type Country = keyof typeof countries;
type Geography = keyof typeof geographies;

/** A place of any size. Fields that do not apply to the size are empty. */
export interface Location {
  readonly id: string;
  readonly displayName: string;
  readonly kind: 'dc' | 'zone' | 'metro' | 'country' | 'geo';
  readonly metro: string;
  /** The metro again where clusters can span its zones. */
  readonly multizoneMetro: string;
  readonly country: string;
  readonly geography: string;
  readonly supportsFree: boolean;
}

export interface Region {
  readonly name: string;
  readonly legacyName: string;
  readonly free: boolean;
}

/** Every region in which there is a zone, by modern name. */
export const listRegions = (): readonly Region[] =>
  Object.entries(regions).map(([name, { legacyName, free }]) => ({ name, legacyName, free }));

/** Every place with a zone in which something can be ordered, small ones first. */
export function listLocations(): readonly Location[] {
  return [
    ...currentZones.map(zoneLocation),
    ...among(metros, ({ metro }) => metro).map(metroLocation),
    ...among(countries, ({ country }) => country).map(countryLocation),
    ...among(geographies, ({ geography }) => geography).map(geographyLocation),
  ];
}

function zoneLocation({ id, provider, metro, metroName, country, geography, multizone }: Zone): Location {
  const number = /\d+$/.exec(id)?.[0] ?? '';
  return {
    id,
    displayName: `${metroName} ${number}`,
    kind: provider === 'classic' ? 'dc' : 'zone',
    metro,
    multizoneMetro: multizone ? metro : '',
    country,
    geography,
    supportsFree: false,
  };
}

/** A free cluster is asked for by region and its zone is not the caller's choice (R101): metros carry the mark. */
function metroLocation(metro: Metro): Location {
  const { name, country } = metros[metro];
  const isMultizone = currentZones.some((zone) => zone.metro === metro && zone.multizone);
  return {
    id: metro,
    displayName: name,
    kind: 'metro',
    metro,
    multizoneMetro: isMultizone ? metro : '',
    country,
    geography: countries[country].geography,
    supportsFree: freeZonesIn(undefined).some((zone) => zone.metro === metro),
  };
}

function countryLocation(country: Country): Location {
  const { name, geography } = countries[country];
  return { ...wide, id: country, displayName: name, kind: 'country', country, geography };
}

const geographyLocation = (geography: Geography): Location => ({
  ...wide,
  id: geography,
  displayName: geographies[geography].name,
  kind: 'geo',
  geography,
});

const wide = { metro: '', multizoneMetro: '', country: '', supportsFree: false };

/** The keys of a table of places that some current zone lies in. */
function among<Place extends string>(table: Readonly<Record<Place, unknown>>, placeOf: (zone: Zone) => string): Place[] {
  const inUse = new Set(currentZones.map(placeOf));
  return (Object.keys(table) as Place[]).filter((place) => inUse.has(place));
}
