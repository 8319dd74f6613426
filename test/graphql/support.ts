import type { Answer } from '../support/contract.js';
import type { TestAccount } from '../support/test-account.js';

interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}

export interface GraphqlBody<Data = unknown> {
  readonly data?: Data;
  readonly errors?: readonly GraphqlError[];
}

/** Exactly what bluemix-go sends for a reload, which Terraform uses. */
const RELOAD = `
mutation($input: ReinitializeKubernetesNodeInput!) {
    reinitializeKubernetesNode(input: $input) {
        node {
            id
        }
    }
}
`;

export const ask = <Data = unknown>(
  account: TestAccount,
  query: string,
  rest: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<GraphqlBody<Data>>> => account.post<GraphqlBody<Data>>('/graphql', { query, ...rest }, headers);

export const reload = (account: TestAccount, id: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<GraphqlBody>> =>
  ask(account, RELOAD, { variables: { input: { id } } }, headers);

/** Status, codes and texts of what went wrong, to be compared in one go. */
export const errorsOf = ({ status, body }: Answer<GraphqlBody>): unknown => [
  status,
  ...(body.errors ?? []).map(({ message, extensions }) => `${extensions.code} ${message}`),
];
