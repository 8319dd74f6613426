import type { Era } from './era.js';
import type { metros, regions } from './places.js';

export interface ZoneRow {
  readonly id: string;
  readonly metro: keyof typeof metros;
  /** The region whose control planes manage the zone, which may lie in another country. */
  readonly region: keyof typeof regions;
  /** Whether a cluster may span this and other zones of the metro. */
  readonly multizone: boolean;
  readonly era: Era;
}

/** The data centres of classic infrastructure. */
export const classicZones: readonly ZoneRow[] = [
  { id: 'syd01', metro: 'syd', region: 'au-syd', multizone: true, era: 'both' },
  { id: 'syd04', metro: 'syd', region: 'au-syd', multizone: true, era: 'both' },
  { id: 'syd05', metro: 'syd', region: 'au-syd', multizone: true, era: 'now' },
  { id: 'osa21', metro: 'osa', region: 'jp-osa', multizone: true, era: 'now' },
  { id: 'osa22', metro: 'osa', region: 'jp-osa', multizone: true, era: 'now' },
  { id: 'osa23', metro: 'osa', region: 'jp-osa', multizone: true, era: 'now' },
  { id: 'tok02', metro: 'tok', region: 'jp-tok', multizone: true, era: 'both' },
  { id: 'tok04', metro: 'tok', region: 'jp-tok', multizone: true, era: 'now' },
  { id: 'tok05', metro: 'tok', region: 'jp-tok', multizone: true, era: 'now' },
  { id: 'fra02', metro: 'fra', region: 'eu-de', multizone: true, era: 'both' },
  { id: 'fra04', metro: 'fra', region: 'eu-de', multizone: true, era: 'both' },
  { id: 'fra05', metro: 'fra', region: 'eu-de', multizone: true, era: 'both' },
  { id: 'lon02', metro: 'lon', region: 'eu-gb', multizone: true, era: 'both' },
  { id: 'lon04', metro: 'lon', region: 'eu-gb', multizone: true, era: 'both' },
  { id: 'lon05', metro: 'lon', region: 'eu-gb', multizone: true, era: 'now' },
  { id: 'lon06', metro: 'lon', region: 'eu-gb', multizone: true, era: 'both' },
  { id: 'dal10', metro: 'dal', region: 'us-south', multizone: true, era: 'both' },
  { id: 'dal12', metro: 'dal', region: 'us-south', multizone: true, era: 'both' },
  { id: 'dal13', metro: 'dal', region: 'us-south', multizone: true, era: 'both' },
  { id: 'wdc04', metro: 'wdc', region: 'us-east', multizone: true, era: 'both' },
  { id: 'wdc06', metro: 'wdc', region: 'us-east', multizone: true, era: 'both' },
  { id: 'wdc07', metro: 'wdc', region: 'us-east', multizone: true, era: 'both' },
  { id: 'che01', metro: 'che', region: 'jp-tok', multizone: false, era: 'now' },
  { id: 'sng01', metro: 'sng', region: 'jp-tok', multizone: false, era: 'both' },
  { id: 'par01', metro: 'par', region: 'eu-de', multizone: false, era: 'both' },
  { id: 'mil01', metro: 'mil', region: 'eu-de', multizone: false, era: 'now' },
  { id: 'ams03', metro: 'ams', region: 'eu-de', multizone: false, era: 'both' },
  { id: 'mon01', metro: 'mon', region: 'us-east', multizone: false, era: 'both' },
  { id: 'tor01', metro: 'tor', region: 'us-east', multizone: false, era: 'both' },
  { id: 'sjc03', metro: 'sjc', region: 'us-south', multizone: false, era: 'now' },
  { id: 'sjc04', metro: 'sjc', region: 'us-south', multizone: false, era: 'now' },
  { id: 'sao01', metro: 'sao', region: 'us-south', multizone: false, era: 'both' },
  { id: 'hkg02', metro: 'hkg', region: 'jp-tok', multizone: false, era: '2018' },
  { id: 'seo01', metro: 'seo', region: 'jp-tok', multizone: false, era: '2018' },
  { id: 'mel01', metro: 'mel', region: 'au-syd', multizone: false, era: '2018' },
];

/** The zones of VPC infrastructure. */
export const vpcZones: readonly ZoneRow[] = [
  { id: 'au-syd-1', metro: 'syd', region: 'au-syd', multizone: true, era: 'now' },
  { id: 'au-syd-2', metro: 'syd', region: 'au-syd', multizone: true, era: 'now' },
  { id: 'au-syd-3', metro: 'syd', region: 'au-syd', multizone: true, era: 'now' },
  { id: 'jp-osa-1', metro: 'osa', region: 'jp-osa', multizone: true, era: 'now' },
  { id: 'jp-osa-2', metro: 'osa', region: 'jp-osa', multizone: true, era: 'now' },
  { id: 'jp-osa-3', metro: 'osa', region: 'jp-osa', multizone: true, era: 'now' },
  { id: 'jp-tok-1', metro: 'tok', region: 'jp-tok', multizone: true, era: 'now' },
  { id: 'jp-tok-2', metro: 'tok', region: 'jp-tok', multizone: true, era: 'now' },
  { id: 'jp-tok-3', metro: 'tok', region: 'jp-tok', multizone: true, era: 'now' },
  { id: 'eu-de-1', metro: 'fra', region: 'eu-de', multizone: true, era: 'now' },
  { id: 'eu-de-2', metro: 'fra', region: 'eu-de', multizone: true, era: 'now' },
  { id: 'eu-de-3', metro: 'fra', region: 'eu-de', multizone: true, era: 'now' },
  { id: 'eu-es-1', metro: 'mad', region: 'eu-es', multizone: true, era: 'now' },
  { id: 'eu-es-2', metro: 'mad', region: 'eu-es', multizone: true, era: 'now' },
  { id: 'eu-es-3', metro: 'mad', region: 'eu-es', multizone: true, era: 'now' },
  { id: 'eu-gb-1', metro: 'lon', region: 'eu-gb', multizone: true, era: 'now' },
  { id: 'eu-gb-2', metro: 'lon', region: 'eu-gb', multizone: true, era: 'now' },
  { id: 'eu-gb-3', metro: 'lon', region: 'eu-gb', multizone: true, era: 'now' },
  { id: 'ca-tor-1', metro: 'tor', region: 'ca-tor', multizone: true, era: 'now' },
  { id: 'ca-tor-2', metro: 'tor', region: 'ca-tor', multizone: true, era: 'now' },
  { id: 'ca-tor-3', metro: 'tor', region: 'ca-tor', multizone: true, era: 'now' },
  { id: 'us-south-1', metro: 'dal', region: 'us-south', multizone: true, era: 'now' },
  { id: 'us-south-2', metro: 'dal', region: 'us-south', multizone: true, era: 'now' },
  { id: 'us-south-3', metro: 'dal', region: 'us-south', multizone: true, era: 'now' },
  { id: 'us-east-1', metro: 'wdc', region: 'us-east', multizone: true, era: 'now' },
  { id: 'us-east-2', metro: 'wdc', region: 'us-east', multizone: true, era: 'now' },
  { id: 'us-east-3', metro: 'wdc', region: 'us-east', multizone: true, era: 'now' },
  { id: 'br-sao-1', metro: 'sao', region: 'br-sao', multizone: true, era: 'now' },
  { id: 'br-sao-2', metro: 'sao', region: 'br-sao', multizone: true, era: 'now' },
  { id: 'br-sao-3', metro: 'sao', region: 'br-sao', multizone: true, era: 'now' },
  { id: 'in-che-1', metro: 'che', region: 'in-che', multizone: true, era: 'now' },
  { id: 'in-che-2', metro: 'che', region: 'in-che', multizone: true, era: 'now' },
  { id: 'in-che-3', metro: 'che', region: 'in-che', multizone: true, era: 'now' },
];
