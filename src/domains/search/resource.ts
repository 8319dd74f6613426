import type { TagType } from '../../generated/prisma/enums.js';
import { clusterCrn } from '../clusters/crn.js';
import { PlatformError } from '../platform/errors.js';
import type { TaggedCluster } from './repository.js';

/** Properties with one text, by which results can be sorted. */
export const sortKeys = ['crn', 'account_id', 'name', 'type', 'family', 'service_name', 'service_instance', 'region', 'resource_group_id', 'creation_date'] as const;
export type SortKey = (typeof sortKeys)[number];

/** A resource as searches see it, by the names of its properties. */
export type Resource = ReturnType<typeof toResource>;

export const toResource = (cluster: TaggedCluster) => ({
  crn: clusterCrn(cluster),
  account_id: cluster.accountId,
  name: cluster.name,
  type: 'k8-cluster',
  family: 'containers',
  service_name: 'containers-kubernetes',
  service_instance: cluster.id,
  region: cluster.region,
  resource_group_id: cluster.resourceGroupId,
  creation_date: cluster.createdAt.toISOString(),
  tags: tagsOf(cluster, 'user'),
  access_tags: tagsOf(cluster, 'access'),
  service_tags: tagsOf(cluster, 'service'),
});

const tagsOf = ({ tags }: TaggedCluster, type: TagType): string[] => tags.filter((tag) => tag.type === type).map(({ name }) => name);

/**
 * Names of properties, separated by commas.
 * @throws PlatformError queryNotUnderstood
 */
export const readSortKeys = (text: string): SortKey[] =>
  text.split(',').map((name) => {
    const key = sortKeys.find((candidate) => candidate === name.trim());
    if (key === undefined) throw PlatformError.of('queryNotUnderstood', `sort must name some of: ${sortKeys.join(', ')}`);
    return key;
  });
