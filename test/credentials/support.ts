import type { Answer } from '../support/contract.js';
import type { TestAccount } from '../support/test-account.js';

export const username = '1234567_owner@example.com';

/** The resource group of an account that has a cluster. */
export async function groupOf(account: TestAccount, cluster: string): Promise<string> {
  const { body } = await account.get<{ resourceGroup: string }>(`/v1/clusters/${cluster}`);
  return body.resourceGroup;
}

/** Stores credentials as the clients do: in headers, with no body. */
export const store = (account: TestAccount, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  account.post('/v1/credentials', undefined, {
    'X-Auth-Softlayer-Username': username,
    'X-Auth-Softlayer-APIKey': 'secret-api-key',
    ...headers,
  });

export interface KeyOwnerBody {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export const keyOwnerOf = async (account: TestAccount, cluster: string): Promise<KeyOwnerBody> =>
  (await account.get<KeyOwnerBody>(`/v1/logging/${cluster}/clusterkeyowner`)).body;
