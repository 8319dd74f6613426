import type { Vlan, Worker } from '../../src/generated/prisma/client.js';
import type { SubnetOnVlan } from '../../src/domains/networking/subnets/repository.js';

/** Rows for rules that take whole ones. Tests name what they are about; nothing else in them matters. */
const at = new Date('2030-01-01T00:00:00.000Z');

export const vlanRow = (columns: Partial<Vlan> & Pick<Vlan, 'id' | 'side'>): Vlan => ({
  accountId: 'account',
  zone: 'dal10',
  number: 1300,
  router: '01a.dal10',
  automatic: false,
  providerOwned: false,
  createdAt: at,
  ...columns,
});

export const subnetRow = (columns: Partial<SubnetOnVlan>): SubnetOnVlan => ({
  accountId: 'account',
  id: '1000003',
  vlanId: '1000001',
  kind: 'portable',
  cidr: '169.48.0.16/29',
  clusterId: 'cluster',
  orderedForCluster: true,
  createdAt: at,
  vlan: vlanRow({ id: '1000001', side: 'public' }),
  ...columns,
});

export const workerRow = (columns: Partial<Worker> & Pick<Worker, 'id'>): Worker => ({
  accountId: 'account',
  clusterId: 'cluster',
  poolId: 'pool',
  zone: 'dal10',
  privateVlanId: '1000002',
  publicVlanId: '1000001',
  state: 'normal',
  stateSince: at,
  nextState: null,
  nextStateAt: null,
  version: '1.36.2_1524',
  targetVersion: '1.36.2_1524',
  operatingSystem: 'UBUNTU_24_64',
  pendingOperation: '',
  errorMessage: '',
  errorMessageAt: null,
  reasonForDelete: '',
  createdAt: at,
  ...columns,
});
