import { Vlan } from '../../domains/networking/vlans/schemas.js';
import { orderVlan } from '../../domains/networking/vlans/service.js';
import { toVlan } from '../../domains/networking/vlans/wire.js';
import type { ControlRouter } from '../control-router.js';
import { VlanOrder } from './schemas.js';

/** VLANs that a user orders from the classic infrastructure, for which the container API has no call. */
export function vlanRoutes(router: ControlRouter): void {
  router.change(
    'orderVlan',
    ['POST', '/accounts/{account}/vlans', 201],
    {
      summary: 'Order a VLAN behind a router of your choice',
      description: 'The VLANs of a zone are listed with GET /v1/datacenters/{datacenter}/vlans.',
      body: VlanOrder,
      answer: Vlan,
    },
    async (scope, { body: { zone, type, router: name } }) => toVlan(await orderVlan(scope, { zone, side: type, router: name })),
  );
}
