import type { Tag } from '../../generated/prisma/client.js';
import type { TagType } from '../../generated/prisma/enums.js';
import type { AccountScope, AccountTransaction } from '../accounts/scope.js';
import { clusterCrn, idInClusterCrn } from '../clusters/crn.js';
import { findClustersById } from '../clusters/service.js';
import { requireOwnAccount } from '../platform/own-account.js';
import * as repository from './repository.js';
import { mostTags, readTagNames, replacedTags, type TaggingMode } from './rules.js';

/** Why one of several things was not done; the others were. */
export type Problem = 'resource not found' | 'tag not found' | 'too many tags' | 'tag exists' | 'tag in use';

/** What became of one resource or one tag. */
export interface Outcome {
  /** The CRN of the resource, or the name of the tag. */
  readonly subject: string;
  readonly problem?: Problem | undefined;
}

/** A part of a list. */
export interface TagPage {
  readonly tags: readonly Tag[];
  /** Of all pages together. */
  readonly total: number;
}

/** Which tags a call is about. */
export interface TagKind {
  readonly type: TagType;
  /** The caller's own account, where it is named. */
  readonly accountId?: string | undefined;
}

export interface TagFilter extends TagKind {
  readonly attachedTo: string | undefined;
  readonly attachedOnly: boolean;
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** What to attach to which resources, or to detach from them. */
export interface Tagging {
  /** CRNs of resources, each once. */
  readonly crns: readonly string[];
  /** As the caller writes them. */
  readonly names: readonly string[];
}

/**
 * Tags of the account, by name. Nothing is attached to a resource that there is not.
 * @throws PlatformError noPermission when another account is named, as from everything here
 */
export async function listTags(scope: AccountScope, filter: TagFilter): Promise<TagPage> {
  requireOwnAccount(scope, filter.accountId);
  const { type, attachedTo, attachedOnly, order, offset, limit } = filter;
  const clusterIds = attachedTo === undefined ? undefined : [...(await findResources(scope, [attachedTo])).values()];
  const attachments = clusterIds === undefined ? { some: {} } : { some: { clusterId: { in: clusterIds } } };
  const found = await repository.findTags(scope, { type, ...((attachedOnly || clusterIds !== undefined) && { attachments }) }, order);
  return { tags: found.slice(offset, offset + limit), total: found.length };
}

/**
 * Attaches tags to resources. User and service tags come into being with that; access tags must be there.
 * @throws PlatformError invalidTag; then nothing is attached to anything
 */
export async function attachTags(
  scope: AccountTransaction,
  { accountId, type }: TagKind,
  { crns, names: wanted }: Tagging,
  mode: TaggingMode,
): Promise<Outcome[]> {
  requireOwnAccount(scope, accountId);
  const names = readTagNames(type, wanted);
  const known = await repository.findTags(scope, { type, name: { in: names } });
  const isMissing = type === 'access' && known.length < names.length;
  const resources = await findResources(scope, crns);
  const outcomes: Outcome[] = [];
  for (const crn of crns) {
    const clusterId = resources.get(crn);
    const problem = clusterId === undefined ? 'resource not found' : isMissing ? 'tag not found' : await attach(scope, type, clusterId, names, mode);
    outcomes.push({ subject: crn, problem });
  }
  return outcomes;
}

async function attach(
  scope: AccountTransaction,
  type: TagType,
  clusterId: string,
  names: readonly string[],
  mode: TaggingMode,
): Promise<Problem | undefined> {
  const attached = (await repository.findAttachments(scope, type, [clusterId])).map(({ name }) => name);
  const replaced = replacedTags(type, attached, names, mode);
  const after = new Set([...attached.filter((name) => !replaced.includes(name)), ...names]);
  if (after.size > mostTags[type]) return 'too many tags';
  await repository.insertTags(scope, type, names);
  await repository.deleteAttachments(scope, type, clusterId, replaced);
  await repository.insertAttachments(scope, type, clusterId, names);
  return undefined;
}

/**
 * Detaches tags from resources; tags that a resource does not have change nothing. The tags stay.
 * @throws PlatformError invalidTag
 */
export async function detachTags(
  scope: AccountTransaction,
  { accountId, type }: TagKind,
  { crns, names: wanted }: Tagging,
): Promise<Outcome[]> {
  requireOwnAccount(scope, accountId);
  const names = readTagNames(type, wanted);
  const resources = await findResources(scope, crns);
  for (const clusterId of resources.values()) await repository.deleteAttachments(scope, type, clusterId, names);
  return crns.map((subject) => ({ subject, problem: resources.has(subject) ? undefined : 'resource not found' }));
}

/**
 * Makes access tags, which are attached only when they are there.
 * @throws PlatformError invalidTag
 */
export async function createAccessTags(scope: AccountTransaction, { accountId }: Pick<TagKind, 'accountId'>, wanted: readonly string[]): Promise<Outcome[]> {
  requireOwnAccount(scope, accountId);
  const names = readTagNames('access', wanted);
  const known = new Set((await repository.findTags(scope, { type: 'access', name: { in: names } })).map(({ name }) => name));
  const room = mostTags.access - (await repository.countTags(scope, 'access'));
  const added = names.filter((name) => !known.has(name));
  await repository.insertTags(scope, 'access', added.slice(0, room));
  return names.map((subject) => ({
    subject,
    problem: known.has(subject) ? 'tag exists' : added.indexOf(subject) < room ? undefined : 'too many tags',
  }));
}

/**
 * Deletes a tag that nothing has.
 * @throws PlatformError invalidTag
 */
export async function removeTag(scope: AccountTransaction, { accountId, type }: TagKind, wanted: string): Promise<Outcome> {
  requireOwnAccount(scope, accountId);
  const [name = ''] = readTagNames(type, [wanted]);
  if ((await repository.findTags(scope, { type, name })).length === 0) return { subject: name, problem: 'tag not found' };
  const isUnused = (await repository.findTags(scope, { type, name, attachments: { none: {} } })).length > 0;
  if (!isUnused) return { subject: name, problem: 'tag in use' };
  await repository.deleteTags(scope, type, [name]);
  return { subject: name };
}

/** Deletes all tags of a type that nothing has. */
export async function removeUnusedTags(scope: AccountTransaction, { accountId, type }: TagKind): Promise<Outcome[]> {
  requireOwnAccount(scope, accountId);
  const names = (await repository.findTags(scope, { type, attachments: { none: {} } })).map(({ name }) => name);
  await repository.deleteTags(scope, type, names);
  return names.map((subject) => ({ subject }));
}

/** The ids of the clusters that these CRNs name, by CRN. Clusters are all that can have tags. */
async function findResources(scope: AccountScope, crns: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = crns.map(idInClusterCrn).filter((id) => id !== undefined);
  const clusters = await findClustersById(scope, ids);
  return new Map(clusters.map((cluster) => [clusterCrn(cluster), cluster.id] as const).filter(([crn]) => crns.includes(crn)));
}
