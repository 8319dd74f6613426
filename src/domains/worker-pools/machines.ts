import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { WorkerPool } from '../../generated/prisma/client.js';
import type { Isolation } from '../../generated/prisma/enums.js';
import { findFlavor, type Flavor, flavorNamesIn, isOfferedIn } from '../catalog/flavors.js';
import { findBuild, operatingSystemsFor, type Version } from '../catalog/versions.js';

/** What a caller says about the machines of a pool. */
export interface MachineRequest {
  readonly machineType: string;
  readonly isolation?: Isolation | undefined;
  readonly diskEncryption?: boolean | undefined;
  readonly operatingSystem?: string | undefined;
}

/** What the workers of a pool are made of. */
export type Machine = Pick<WorkerPool, 'flavor' | 'encrypted' | 'isolation' | 'operatingSystem'>;

/**
 * R88 to R92: the machines of a pool whose workers run `version` in all of `zones`, defaults in place of
 * what is not named.
 * @throws IksError deprecatedFlavor, or invalidRequest that names the field and what is allowed
 */
export function chooseMachine(request: MachineRequest, [zone, ...others]: readonly [string, ...string[]], version: Version): Machine {
  const { machineType, isolation, diskEncryption = true, operatingSystem } = request;
  const { flavor, encrypted } = requireOffered(machineType, zone);
  for (const other of others) requireOffered(machineType, other);
  return {
    flavor: flavor.name,
    encrypted: encrypted || diskEncryption,
    isolation: chooseIsolation(isolation, flavor),
    operatingSystem: chooseOperatingSystem(operatingSystem, flavor, version),
  };
}

/**
 * R92: the flavor of that name, whose machines can be ordered in the zone.
 * @throws IksError deprecatedFlavor, or invalidRequest that names what is offered there
 */
export function requireOffered(machineType: string, zone: string): NonNullable<ReturnType<typeof findFlavor>> {
  const found = findFlavor(machineType);
  if (found?.flavor.deprecated === true) throw IksError.of('deprecatedFlavor', machineType, found.flavor.replacedBy);
  if (found === undefined || !isOfferedIn(found.flavor, zone)) {
    refuseRequest(`machineType '${machineType}' is not offered in zone ${zone}; it must be one of: ${flavorNamesIn(zone).join(', ')}`);
  }
  return found;
}

/**
 * The operating system that workers of the flavor and the version get: the wanted one, or the usual one.
 * @throws IksError invalidRequest
 */
function chooseOperatingSystem(wanted: string | undefined, flavor: Flavor, version: Version): string {
  const possible = operatingSystemsFor(version, flavor);
  const [usual] = possible;
  if (usual === undefined) refuseRequest(`machineType '${flavor.name}' has no operating system that version ${version.majorMinor} runs on`);
  if (wanted === undefined) return usual;
  if (!possible.includes(wanted)) refuseRequest(`operatingSystem must be one of: ${possible.join(', ')}`);
  return wanted;
}

/**
 * The operating system that a caller wants for workers of a flavor under a master of the build.
 * @throws IksError invalidRequest
 */
export function chooseOperatingSystemOf(flavorName: string, wanted: string, master: string): string {
  const flavor = findFlavor(flavorName)?.flavor;
  if (flavor === undefined) throw new Error(`The catalogue has no flavor ${flavorName}.`);
  return chooseOperatingSystem(wanted, flavor, versionOf(master));
}

/** The version that a master of the build runs. */
export function versionOf(master: string): Version {
  const version = findBuild(master);
  if (version === undefined) throw new Error(`The catalogue has no version ${master}.`);
  return version;
}

/** R89: shared hardware unless the flavor is dedicated only. */
function chooseIsolation(wanted: Isolation | undefined, flavor: Flavor): Isolation {
  const chosen = flavor.isolation.find((isolation) => wanted === undefined || isolation === wanted);
  if (chosen === undefined) refuseRequest(`isolation of the flavor ${flavor.name} must be one of: ${flavor.isolation.join(', ')}`);
  return chosen;
}
