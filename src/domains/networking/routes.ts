import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { ClusterParams } from '../clusters/schemas.js';
import { findCluster } from '../clusters/service.js';
import { ClusterVlan, Subnet, SubnetFilter } from './subnets/schemas.js';
import { findClusterSubnets, listSubnets } from './subnets/service.js';
import { toClusterVlans, toSubnet } from './subnets/wire.js';
import { DatacenterParams, Vlan, VlanSpanning } from './vlans/schemas.js';
import { listVlans } from './vlans/service.js';
import { toVlan, toVlanSpanning } from './vlans/wire.js';

export const networkingRoutes: Routes = ({ read }) => {
  read(
    'getDatacenterVLANs',
    { summary: "List the account's VLANs of a zone", params: DatacenterParams, answer: z.array(Vlan), errors: ['zoneNotFound'] },
    async (scope, { params }) => (await listVlans(scope, params.datacenter)).map(toVlan),
  );

  read(
    'listSubnets',
    { summary: "List the account's primary and portable subnets", query: SubnetFilter, answer: z.array(Subnet) },
    async (scope, { query }) => (await listSubnets(scope, query)).map(toSubnet),
  );

  read(
    'getVlanSpanning',
    { summary: 'Read whether VLAN spanning is on for the account', answer: VlanSpanning },
    ({ account }) => toVlanSpanning(account),
  );

  read(
    'getClusterSubnets',
    {
      summary: 'List the portable subnets that are bound to a cluster, by VLAN',
      params: ClusterParams,
      answer: z.array(ClusterVlan),
      errors: ['clusterNotFound'],
    },
    async (scope, { params, headers }) => {
      const { id } = await findCluster(scope, params.idOrName, headers['x-region']);
      return toClusterVlans(await findClusterSubnets(scope, [id]));
    },
  );
};
