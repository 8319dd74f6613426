import { z } from 'zod';
import { queryFlag } from '../../operations/query-flag.js';
import { FlavorResponse } from './flavor-schemas.js';

export const KubeVersion = z
  .object({
    major: z.int(),
    minor: z.int(),
    patch: z.int(),
    default: z.boolean().meta({ description: 'Taken by a create that names no version; one in each platform.' }),
    end_of_service: z.string().meta({ description: 'A date, or empty where none is set.' }),
  })
  .meta({ id: 'KubeVersion', examples: [{ major: 1, minor: 36, patch: 3, default: true, end_of_service: '2027-08-01' }] });

export const Versions = z
  .object({ kubernetes: z.array(KubeVersion), openshift: z.array(KubeVersion) })
  .meta({ id: 'Versions', description: 'The versions of each platform, oldest first.' });

export const ZoneResponse = z
  .object({
    id: z.string(),
    name: z.string(),
    metro: z.string(),
    flavors: z.array(FlavorResponse).meta({ description: 'Empty unless asked for.' }),
  })
  .meta({ id: 'ZoneResponse', examples: [{ id: 'dal10', name: 'dal10', metro: 'dal', flavors: [] }] });

export const IKSLocation = z
  .object({
    id: z.string(),
    name: z.string(),
    display_name: z.string(),
    kind: z.enum(['dc', 'zone', 'metro', 'country', 'geo']),
    metro: z.string(),
    multizone_metro: z.string().meta({ description: 'The metro where clusters can span its zones, else empty.' }),
    country: z.string(),
    geography: z.string(),
    supportsFree: z.boolean(),
  })
  .meta({
    id: 'IKSLocation',
    examples: [
      {
        id: 'dal10',
        name: 'dal10',
        display_name: 'Dallas 10',
        kind: 'dc',
        metro: 'dal',
        multizone_metro: 'dal',
        country: 'us',
        geography: 'na',
        supportsFree: false,
      },
    ],
  });

const Region = z
  .object({
    name: z.string().meta({ description: 'The name of before 2019.' }),
    alias: z.string().meta({ description: 'The name that clusters show.' }),
    cfURL: z.string().meta({ description: 'Empty: Cloud Foundry is gone.' }),
    freeEnabled: z.boolean(),
    satellite: z.boolean(),
  })
  .meta({ id: 'Region', examples: [{ name: 'eu-central', alias: 'eu-de', cfURL: '', freeEnabled: true, satellite: false }] });

export const Regions = z.object({ regions: z.array(Region) }).meta({ id: 'Regions' });

export const MachineTypesParams = z.object({
  datacenter: z.string().meta({ description: 'A classic data centre.', examples: ['dal10'] }),
});

export const FlavorsQuery = z.object({
  zone: z.string().meta({ description: 'A zone of any provider.', examples: ['dal10'] }),
  provider: z
    .enum(['classic', 'vpc-classic', 'vpc-gen2', 'satellite'])
    .optional()
    .meta({ description: 'Whose zone it must be; by default whoever has it.', examples: ['classic'] }),
});

export const ZonesQuery = z.object({
  location: z
    .string()
    .optional()
    .meta({ description: 'A zone, metro, region, country or geography.', examples: ['dal'] }),
  showFlavors: queryFlag.meta({ description: 'Whether to list what can be ordered in each zone.', examples: [true] }),
});
