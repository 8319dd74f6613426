interface Geography {
  readonly name: string;
}

interface Country {
  readonly name: string;
  readonly geography: keyof typeof geographies;
}

interface Metro {
  readonly name: string;
  readonly country: keyof typeof countries;
}

interface Region {
  /** The word that the `X-Region` header carries for it since before 2019 (R23). */
  readonly legacyName: string;
  /** Whether free clusters are offered in it (R101). */
  readonly free: boolean;
}

export const geographies = {
  ap: { name: 'Asia Pacific' },
  eu: { name: 'Europe' },
  na: { name: 'North America' },
  sa: { name: 'South America' },
} as const satisfies Record<string, Geography>;

export const countries = {
  au: { name: 'Australia', geography: 'ap' },
  br: { name: 'Brazil', geography: 'sa' },
  ca: { name: 'Canada', geography: 'na' },
  de: { name: 'Germany', geography: 'eu' },
  es: { name: 'Spain', geography: 'eu' },
  fr: { name: 'France', geography: 'eu' },
  gb: { name: 'United Kingdom', geography: 'eu' },
  hk: { name: 'Hong Kong', geography: 'ap' },
  in: { name: 'India', geography: 'ap' },
  it: { name: 'Italy', geography: 'eu' },
  jp: { name: 'Japan', geography: 'ap' },
  kr: { name: 'South Korea', geography: 'ap' },
  nl: { name: 'Netherlands', geography: 'eu' },
  sg: { name: 'Singapore', geography: 'ap' },
  us: { name: 'United States', geography: 'na' },
} as const satisfies Record<string, Country>;

export const metros = {
  syd: { name: 'Sydney', country: 'au' },
  osa: { name: 'Osaka', country: 'jp' },
  tok: { name: 'Tokyo', country: 'jp' },
  fra: { name: 'Frankfurt', country: 'de' },
  lon: { name: 'London', country: 'gb' },
  dal: { name: 'Dallas', country: 'us' },
  wdc: { name: 'Washington DC', country: 'us' },
  che: { name: 'Chennai', country: 'in' },
  sng: { name: 'Singapore', country: 'sg' },
  par: { name: 'Paris', country: 'fr' },
  mil: { name: 'Milan', country: 'it' },
  ams: { name: 'Amsterdam', country: 'nl' },
  mon: { name: 'Montreal', country: 'ca' },
  tor: { name: 'Toronto', country: 'ca' },
  sjc: { name: 'San Jose', country: 'us' },
  sao: { name: 'Sao Paulo', country: 'br' },
  hkg: { name: 'Hong Kong', country: 'hk' },
  seo: { name: 'Seoul', country: 'kr' },
  mel: { name: 'Melbourne', country: 'au' },
  mad: { name: 'Madrid', country: 'es' },
} as const satisfies Record<string, Metro>;

/** By modern name, which is the one in answers (R23). */
export const regions = {
  'au-syd': { legacyName: 'ap-south', free: true },
  'br-sao': { legacyName: 'br-sao', free: false },
  'ca-tor': { legacyName: 'ca-tor', free: false },
  'eu-de': { legacyName: 'eu-central', free: true },
  'eu-es': { legacyName: 'eu-es', free: false },
  'eu-gb': { legacyName: 'uk-south', free: true },
  'in-che': { legacyName: 'in-che', free: false },
  'jp-osa': { legacyName: 'jp-osa', free: false },
  'jp-tok': { legacyName: 'ap-north', free: false },
  'us-east': { legacyName: 'us-east', free: false },
  'us-south': { legacyName: 'us-south', free: true },
} as const satisfies Record<string, Region>;
