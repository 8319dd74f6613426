import type { TestAccount } from '../support/test-account.js';
import { albsOf, pools } from './scene.js';

/** The zones of the pool `default` of the cluster `shop`. */
export const zones = `${pools}/default/zones`;

/** A pool to create beside it. */
export const batch = { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1 };

interface Subnet {
  readonly type: string;
  readonly properties: { readonly datacenter: string; readonly subnet_type: string };
}

/** The portable subnets of the account with their zone and side. */
export async function portable(account: TestAccount): Promise<string[]> {
  const { body } = await account.get<Subnet[]>('/v1/subnets');
  return body
    .filter(({ properties }) => properties.subnet_type === 'secondary_on_vlan')
    .map(({ type, properties }) => `${properties.datacenter} ${type}`)
    .sort();
}

/** Each ALB of the cluster `shop` in a line. */
export const albs = async (account: TestAccount): Promise<string[]> =>
  (await albsOf(account)).map(({ albID, zone, enable, albip }) =>
    [albID.replace(/-cr.*-/, '-'), zone, enable ? 'on' : 'off', albip === '' ? 'without address' : 'with address'].join(' '),
  ).sort();
