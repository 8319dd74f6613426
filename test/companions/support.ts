import { expect } from '@jest/globals';
import type { ClusterBody } from '../clusters/bodies.js';
import type { TestAccount } from '../support/test-account.js';
import type { Found, Refusal, TaggingResults } from './bodies.js';

/** A cluster of one worker; answers its CRN. */
export async function createTaggable(account: TestAccount, name = 'shop', dataCenter = 'dal10'): Promise<string> {
  await account.createCluster({ name, dataCenter, workerNum: 1 });
  return (await account.get<ClusterBody>(`/v1/clusters/${name}`)).body.crn;
}

export async function search(account: TestAccount, query: string, rest: Readonly<Record<string, unknown>> = {}, parameters = ''): Promise<Found> {
  const found = await account.post<Found>(`/v3/resources/search${parameters}`, { query, ...rest });
  expect(found.status).toBe(200);
  return found.body;
}

export async function attach(account: TestAccount, crns: readonly string[], names: readonly string[], parameters = ''): Promise<TaggingResults['results']> {
  const body = { resources: crns.map((crn) => ({ resource_id: crn })), tag_names: names };
  const answer = await account.post<TaggingResults>(`/v3/tags/attach${parameters}`, body);
  expect(answer.status).toBe(200);
  return answer.body.results;
}

export const codeOf = (refusal: { readonly body: unknown }): string | undefined => (refusal.body as Refusal).errors[0]?.code;
