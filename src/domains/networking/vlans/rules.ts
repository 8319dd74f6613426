import { IksError, refuseRequest } from '../../../errors/iks-error.js';
import type { NetworkSide, VlanPolicy } from '../../../generated/prisma/enums.js';
import type { WorkerVlan } from './repository.js';

/** The VLANs that a request names for workers in a zone. */
export interface VlanRequest {
  readonly publicVlan?: string | undefined;
  readonly privateVlan?: string | undefined;
  /** The key of this emulator for the wish that the CLI alone can express (R9). */
  readonly privateOnly?: boolean | undefined;
}

/** One side of the network that workers will be on: a VLAN that exists, or one to make behind a router. */
export type VlanChoice = { readonly existing: WorkerVlan } | { readonly makeBehind: string | undefined };

export interface VlanPlan {
  readonly private: VlanChoice;
  /** Undefined for private-only workers. */
  readonly public: VlanChoice | undefined;
  /** What is made for it is the provider's, and no other cluster comes to be on it (R101). */
  readonly providerOwned?: true;
}

/**
 * Which VLANs workers in a zone will be on, given those that the account has there.
 * @throws IksError invalidRequest or missingFields when the request breaks R4, R5, R6, R8 or R10
 */
export function planVlans(request: VlanRequest, inZone: readonly WorkerVlan[], zone: string, policy: VlanPolicy): VlanPlan {
  const { publicVlan, privateVlan, privateOnly = false } = request;
  if (privateOnly && publicVlan !== undefined) refuseRequest('publicVlan cannot be combined with privateOnly');
  if (privateVlan === undefined && publicVlan !== undefined) refuseRequest('privateVlan is required when publicVlan is named');
  if (privateVlan === undefined) return chooseVlans(inZone, privateOnly, policy);
  const chosenPrivate = findNamed(privateVlan, 'private', inZone, zone);
  if (publicVlan === undefined) return { private: { existing: chosenPrivate }, public: undefined };
  const chosenPublic = findNamed(publicVlan, 'public', inZone, zone);
  if (chosenPublic.router !== chosenPrivate.router) {
    refuseRequest(
      `publicVlan ${publicVlan} is behind router fcr${chosenPublic.router} and privateVlan ${privateVlan} behind bcr${chosenPrivate.router}; the parts after fcr and bcr must be equal`,
    );
  }
  return { private: { existing: chosenPrivate }, public: { existing: chosenPublic } };
}

/** R6: a named VLAN exists, belongs to the account and the zone, and is of the right type. */
function findNamed(id: string, side: NetworkSide, inZone: readonly WorkerVlan[], zone: string): WorkerVlan {
  const field = side === 'public' ? 'publicVlan' : 'privateVlan';
  const vlan = inZone.find((candidate) => candidate.id === id);
  if (vlan === undefined) {
    return refuseRequest(`${field} ${id} is not a VLAN of this account in zone ${zone}; list them with GET /v1/datacenters/${zone}/vlans and name the id, not the VLAN number`);
  }
  if (vlan.side !== side) refuseRequest(`${field} ${id} is a ${vlan.side} VLAN; it must be a ${side} one`);
  return vlan;
}

/** R1, R2, R4: no VLAN is named. */
function chooseVlans(inZone: readonly WorkerVlan[], privateOnly: boolean, policy: VlanPolicy): VlanPlan {
  if (inZone.length > 0 && policy === 'require') {
    throw IksError.of('missingFields', privateOnly ? 'privateVlan' : 'publicVlan, privateVlan');
  }
  const privates = inZone.filter(({ side }) => side === 'private').sort(byId);
  const publics = inZone.filter(({ side }) => side === 'public').sort(byId);
  if (privateOnly) {
    return { private: existingOr(privates[0], publics[0]?.router), public: undefined };
  }
  for (const existing of privates) {
    const partner = publics.find(({ router }) => router === existing.router);
    if (partner !== undefined) return { private: { existing }, public: { existing: partner } };
  }
  const [lowestPrivate] = privates;
  if (lowestPrivate !== undefined) {
    return { private: { existing: lowestPrivate }, public: { makeBehind: lowestPrivate.router } };
  }
  return { private: { makeBehind: publics[0]?.router }, public: existingOr(publics[0], undefined) };
}

/** The first router of a zone that none of the account's VLANs there is behind, such as `01a.dal10`. */
export function freshRouter(zone: string, inZone: readonly Pick<WorkerVlan, 'router'>[]): string {
  const taken = new Set(inZone.map(({ router }) => router));
  for (let number = 1; ; number += 1) {
    const router = `${String(number).padStart(2, '0')}a.${zone}`;
    if (!taken.has(router)) return router;
  }
}

/**
 * A router as people write it, `02a`, `02a.dal10` or `bcr02a.dal10`, in the form in which VLANs carry it.
 * @throws IksError invalidRequest when its beginning does not fit the side, or its end the zone (R2)
 */
export function readRouter(text: string, zone: string, side: NetworkSide): string {
  const kind = side === 'public' ? 'fcr' : 'bcr';
  const parts = /^(?<kind>[bf]cr)?(?<number>\d{2,3}[a-z])(?:\.(?<zone>\w+))?$/.exec(text)?.groups;
  if (parts?.['number'] === undefined || (parts['kind'] ?? kind) !== kind || (parts['zone'] ?? zone) !== zone) {
    refuseRequest(`router '${text}' does not fit a ${side} VLAN in zone ${zone}; it must be such as 02a or ${kind}02a.${zone}`);
  }
  return `${parts['number']}.${zone}`;
}

const existingOr = (existing: WorkerVlan | undefined, makeBehind: string | undefined): VlanChoice =>
  existing === undefined ? { makeBehind } : { existing };

const byId = (a: WorkerVlan, b: WorkerVlan): number => Number(a.id) - Number(b.id);
