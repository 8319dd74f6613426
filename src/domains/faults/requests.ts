import type { AccountScope } from '../accounts/scope.js';
import * as repository from './repository.js';
import { isOfOperation, isScoped, type KnownFault, type Subject } from './rules.js';
import { isRequestEffect, type RequestEffect } from './schemas.js';
import { findCurrentFaults, findStriking } from './service.js';

/** A fault that strikes a request. */
export interface RequestFault extends KnownFault {
  readonly effect: RequestEffect;
}

/** What of a request tells which faults it is about. */
export interface RequestFacts {
  readonly operationId: string;
  /** The input of the operation, by part. */
  readonly parts: readonly unknown[];
}

/** How deep in a request names are looked for, and how many texts are. */
const DEEPEST = 4;
const MOST_TEXTS = 500;

/** Fields that name what a request is about. */
const NAMING_FIELDS: readonly string[] = [
  ...['idOrName', 'cluster', 'clusterID', 'poolidOrName', 'workerpool', 'pool', 'workerId', 'workerID', 'worker', 'albID', 'subnetId'],
  ...['vlanId', 'vlanID', 'vlan_id', 'privateVlan', 'publicVlan', 'name', 'id', 'resource_id', 'attached_to', 'tag_name'],
];

/** The fault that strikes the request, if any does. Those that were about it and did not strike have counted it. */
export async function findRequestFault(scope: AccountScope, facts: RequestFacts): Promise<RequestFault | undefined> {
  const faults = (await findCurrentFaults(scope)).filter(isRequestFault).filter((fault) => isOfOperation(fault, facts.operationId));
  if (faults.length === 0) return undefined;
  const subject = faults.some(isScoped) ? await findSubject(scope, facts) : { names: [], zones: [] };
  return findStriking(scope, faults, subject);
}

const isRequestFault = (fault: KnownFault): fault is RequestFault => isRequestEffect(fault.effect);

/**
 * What a request is about: what it names, and the clusters that this belongs to. Its zones are those that it names and
 * those of its workers and ALBs; a cluster stands for its own zone where it names neither.
 */
async function findSubject(scope: AccountScope, { parts }: RequestFacts): Promise<Subject> {
  const texts = parts.flatMap((part) => [...textsIn('', part, DEEPEST)]).slice(0, MOST_TEXTS);
  const named = texts.filter(({ field }) => NAMING_FIELDS.includes(field)).map(({ text }) => text);
  const resources = await repository.findNamedResources(scope, named);
  const names = resources.flatMap(({ id, name }) => [id, ...(name === null ? [] : [name])]);
  const placed = resources.filter(({ clusterId, zone }) => clusterId !== null && zone !== null);
  const zones = (placed.length > 0 ? placed : resources).flatMap(({ zone }) => (zone === null ? [] : [zone]));
  return { names: [...named, ...names], zones: [...texts.map(({ text }) => text), ...zones] };
}

interface NamedText {
  readonly field: string;
  readonly text: string;
}

function* textsIn(field: string, value: unknown, depth: number): Generator<NamedText> {
  if (typeof value === 'string') yield { field, text: value };
  if (typeof value !== 'object' || value === null || depth === 0) return;
  for (const [key, part] of Object.entries(value)) yield* textsIn(Array.isArray(value) ? field : key, part, depth - 1);
}
