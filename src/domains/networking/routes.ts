import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams } from '../clusters/schemas.js';
import { findCluster } from '../clusters/service.js';
import { addSubnet, createSubnet, detachSubnet } from './subnets/bind.js';
import {
  AddUserSubnet,
  ClusterSubnetParams,
  ClusterVlan,
  ClusterVlanParams,
  SizeQuery,
  Subnet,
  SubnetFilter,
  UserSubnetParams,
} from './subnets/schemas.js';
import { findPortableSubnets, findUserSubnets, listSubnets } from './subnets/service.js';
import { addUserSubnet, removeUserSubnet } from './subnets/user-managed.js';
import { fromAddUserSubnet, toClusterVlans, toSubnet } from './subnets/wire.js';
import { DatacenterParams, Vlan, VlanSpanning, ZoneQuery } from './vlans/schemas.js';
import { listVlans } from './vlans/service.js';
import { toVlan, toVlanSpanning } from './vlans/wire.js';

export const networkingRoutes: Routes = ({ read, change }) => {
  read(
    'getDatacenterVLANs',
    { summary: "List the account's VLANs of a zone", params: DatacenterParams, answer: z.array(Vlan), errors: ['zoneNotFound'] },
    async (scope, { params }) => (await listVlans(scope, params.datacenter)).map(toVlan),
  );

  read(
    'getVLANs',
    {
      summary: "List the account's VLANs of a zone (v2)",
      description: 'An array, as the v1 form answers.',
      query: ZoneQuery,
      answer: z.array(Vlan),
      errors: ['zoneNotFound'],
    },
    async (scope, { query }) => (await listVlans(scope, query.zone)).map(toVlan),
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
      return toClusterVlans(await findPortableSubnets(scope, id));
    },
  );

  change(
    'addClusterSubnet',
    {
      summary: 'Add a portable subnet of the account to a cluster',
      description: 'A zone without an ALB on its side gets one from it.',
      params: ClusterSubnetParams,
      errors: [...clusterRefusals, 'subnetNotFound', 'heldByAnother'],
    },
    (scope, input) => addSubnet(scope, clusterOf(input), input.params.subnetId),
  );

  change(
    'detachClusterSubnet',
    {
      summary: 'Detach a portable subnet from a cluster',
      description: 'It stays in the account.',
      alias: 'DELETE',
      params: ClusterSubnetParams,
      errors: [...clusterRefusals, 'subnetNotFound', 'heldByAnother'],
    },
    (scope, input) => detachSubnet(scope, clusterOf(input), input.params.subnetId),
  );

  change(
    'createClusterSubnet',
    {
      summary: 'Order a portable subnet for a cluster',
      description: 'On a VLAN that has as many subnets as it can, none comes: the cluster says so in its Ingress message.',
      params: ClusterVlanParams,
      query: SizeQuery,
      errors: clusterRefusals,
    },
    (scope, input) => createSubnet(scope, clusterOf(input), input.params.vlanId, input.query.size),
  );

  read(
    'getClusterUserSubnet',
    {
      summary: 'List the subnets of a cluster that the user manages, by VLAN',
      params: ClusterParams,
      answer: z.array(ClusterVlan),
      errors: ['clusterNotFound'],
    },
    async (scope, { params, headers }) => {
      const { id } = await findCluster(scope, params.idOrName, headers['x-region']);
      return toClusterVlans(await findUserSubnets(scope, id));
    },
  );

  change(
    'addClusterUserSubnet',
    {
      summary: "Make a subnet of the user's own known to a cluster",
      params: ClusterParams,
      body: AddUserSubnet,
      errors: [...clusterRefusals, 'heldByAnother'],
    },
    (scope, input) => addUserSubnet(scope, clusterOf(input), fromAddUserSubnet(input.body)),
  );

  change(
    'removeClusterUserSubnet',
    {
      summary: 'Remove a user-managed subnet from a cluster',
      description: 'What uses its addresses goes on with them.',
      params: UserSubnetParams,
      errors: [...clusterRefusals, 'subnetNotFound'],
    },
    (scope, input) => removeUserSubnet(scope, clusterOf(input), input.params),
  );
};
