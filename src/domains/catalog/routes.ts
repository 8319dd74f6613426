import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { Flavor, MachineType } from './flavor-schemas.js';
import { listLocations, listRegions } from './locations.js';
import {
  FlavorsQuery,
  IKSLocation,
  KubeVersion,
  MachineTypesParams,
  Regions,
  Versions,
  ZoneResponse,
  ZonesQuery,
} from './schemas.js';
import { listFlavors, listMachineTypes, listZones } from './service.js';
import { versionsOf } from './versions.js';
import { toFlavor, toKubeVersion, toLocation, toMachineType, toRegions, toVersions, toZoneResponse } from './wire.js';

/** What can be ordered and where: the same for every account (R22). */
export const catalogRoutes: Routes = ({ lookUp }) => {
  lookUp('getVersions', { summary: 'List the versions of every platform', answer: Versions }, toVersions);

  lookUp('v2GetVersions', { summary: 'List the versions of every platform', answer: Versions }, toVersions);

  lookUp('getKubeVersions', { summary: 'List the versions of Kubernetes', answer: z.array(KubeVersion) }, () =>
    versionsOf('kubernetes').map(toKubeVersion),
  );

  lookUp(
    'getZones',
    { summary: 'List the zones', query: ZonesQuery, answer: z.array(ZoneResponse) },
    ({ query }) => listZones(query.location, query.showFlavors).map(({ zone, flavors }) => toZoneResponse(zone, flavors)),
  );

  lookUp('listLocations', { summary: 'List places, from zones to continents', answer: z.array(IKSLocation) }, () =>
    listLocations().map(toLocation),
  );

  lookUp('getRegions', { summary: 'List the regions', answer: Regions }, () => toRegions(listRegions()));

  lookUp(
    'getDatacenterMachineTypes',
    {
      summary: 'List the flavors of a data centre',
      params: MachineTypesParams,
      answer: z.array(MachineType),
      errors: ['zoneNotFound'],
    },
    ({ params }) => listMachineTypes(params.datacenter).map(toMachineType),
  );

  lookUp(
    'v2GetFlavors',
    { summary: 'List the flavors of a zone', query: FlavorsQuery, answer: z.array(Flavor), errors: ['zoneNotFound'] },
    ({ query }) => listFlavors(query.zone, query.provider).map(toFlavor),
  );
};
