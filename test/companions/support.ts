import { expect } from '@jest/globals';
import type { ClusterBody } from '../clusters/bodies.js';
import type { TestAccount } from '../support/test-account.js';
import type { Item, Refusal, SearchResult, TagList, TagResults } from './bodies.js';

export async function crnOf(account: TestAccount, idOrName: string): Promise<string> {
  return (await account.get<ClusterBody & { readonly crn: string }>(`/v1/clusters/${idOrName}`)).body.crn;
}

/** A cluster of one worker; answers its CRN. */
export async function createTaggable(account: TestAccount, name = 'shop', dataCenter = 'dal10'): Promise<string> {
  await account.createCluster({ name, dataCenter, workerNum: 1 });
  return crnOf(account, name);
}

export async function search(account: TestAccount, query: string, rest: Readonly<Record<string, unknown>> = {}, parameters = ''): Promise<SearchResult> {
  const found = await account.post<SearchResult>(`/v3/resources/search${parameters}`, { query, ...rest });
  expect(found.status).toBe(200);
  return found.body;
}

/** The one item of a cluster, as clients read it with every cluster. */
export async function itemOf(account: TestAccount, crn: string): Promise<Item | undefined> {
  return (await search(account, `crn:"${crn}"`, { fields: ['access_tags', 'tags', 'service_tags'] })).items[0];
}

export async function attach(account: TestAccount, crns: readonly string[], names: readonly string[], parameters = ''): Promise<TagResults['results']> {
  const body = { resources: crns.map((crn) => ({ resource_id: crn })), tag_names: names };
  const answer = await account.post<TagResults>(`/v3/tags/attach${parameters}`, body);
  expect(answer.status).toBe(200);
  return answer.body.results;
}

export async function detach(account: TestAccount, crns: readonly string[], names: readonly string[], parameters = ''): Promise<TagResults['results']> {
  const body = { resources: crns.map((crn) => ({ resource_id: crn })), tag_names: names };
  const answer = await account.post<TagResults>(`/v3/tags/detach${parameters}`, body);
  expect(answer.status).toBe(200);
  return answer.body.results;
}

export async function tagNames(account: TestAccount, parameters = ''): Promise<string[]> {
  return (await account.get<TagList>(`/v3/tags${parameters}`)).body.items.map(({ name }) => name);
}

export const codeOf = (refusal: { readonly body: unknown }): string | undefined => (refusal.body as Refusal).errors[0]?.code;
