import { describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { connectEmulator } from '../support/emulator.js';
import { refusalOf } from '../worker-pools/scene.js';
import { ask, errorsOf } from './support.js';

const emulator = await connectEmulator();

/** Two operations in one document. */
const TWO = 'query kind { __typename } query types { __schema { queryType { name } } }';

describe('a GraphQL document', () => {
  test('can ask for the whole schema, which is a valid one', async () => {
    const account = await emulator.account();
    const { body } = await ask<IntrospectionQuery>(account, getIntrospectionQuery());
    if (body.data === undefined) throw new Error(`There is no schema: ${JSON.stringify(body.errors)}`);
    const schema = buildClientSchema(body.data);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toEqual([
      'reinitializeKubernetesNode',
      'addVirtualNetworkInterfaceToBareMetalNode',
      'removeVirtualNetworkInterfaceFromNode',
    ]);
  });

  test('with several operations does the one that is named', async () => {
    const account = await emulator.account();
    expect((await ask(account, TWO, { operationName: 'kind' })).body).toEqual({ data: { __typename: 'Query' } });
    expect((await ask(account, TWO, { operationName: 'types' })).body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });

  test('is served below /global too, and with null for what is not used', async () => {
    const account = await emulator.account();
    const body = { query: '{ __typename }', variables: null, operationName: null };
    expect((await account.post('/global/graphql', body)).body).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('a GraphQL document that cannot be carried out answers 200 and errors, without data:', () => {
  test.each([
    ['text that is no GraphQL', 'mutation {', {}, 'GRAPHQL_PARSE_FAILED Syntax Error: Expected Name, found <EOF>.'],
    ['a field that does not exist', '{ clusters { id } }', {}, 'GRAPHQL_VALIDATION_FAILED Cannot query field "clusters" on type "Query".'],
    [
      'an argument that is missing',
      '{ node { id } }',
      {},
      'GRAPHQL_VALIDATION_FAILED Field "node" argument "id" of type "ID!" is required, but it was not provided.',
    ],
    [
      'a variable that is missing',
      'query($id: ID!) { node(id: $id) { id } }',
      {},
      'GRAPHQL_VALIDATION_FAILED Variable "$id" of required type "ID!" was not provided.',
    ],
    [
      'a variable of the wrong type',
      'query($id: ID!) { node(id: $id) { id } }',
      { variables: { id: { nested: true } } },
      'GRAPHQL_VALIDATION_FAILED Variable "$id" got invalid value { nested: true }; ID cannot represent value: { nested: true }',
    ],
    ['several operations and no name', TWO, {}, 'GRAPHQL_VALIDATION_FAILED Must provide operation name if query contains multiple operations.'],
    ['a name that no operation has', TWO, { operationName: 'third' }, 'GRAPHQL_VALIDATION_FAILED Unknown operation named "third".'],
  ])('%s', async (_, query, rest, error) => {
    const answer = await ask(await emulator.account(), query, rest);
    expect(errorsOf(answer)).toEqual([200, error]);
    expect(answer.body).not.toHaveProperty('data');
  });

  test('a subscription, of which the schema has none', async () => {
    const answer = await ask(await emulator.account(), 'subscription { node { id } }');
    expect(errorsOf(answer)).toEqual([200, 'GRAPHQL_VALIDATION_FAILED Schema is not configured to execute subscription operation.']);
    expect(answer.body.data).toBeNull();
  });

  test('more of it than any client sends', async () => {
    const answer = await ask(await emulator.account(), `{ ${'__typename '.repeat(6_000)} }`);
    expect(errorsOf(answer)).toEqual([200, 'GRAPHQL_PARSE_FAILED Syntax Error: Document contains more that 5000 tokens. Parsing aborted.']);
  });
});

describe('what is no GraphQL request is refused as everywhere:', () => {
  test('no query, or none that is text', async () => {
    const account = await emulator.account();
    expect(refusalOf(await account.post('/graphql', {}))).toBe('400 E0020 Required fields are missing: query.');
    expect(refusalOf(await account.post('/graphql', { query: 7 }))).toMatch(/^400 E0021 .*query/);
    expect(refusalOf(await account.post('/graphql', [{ query: '{ __typename }' }]))).toMatch(/^400 /);
    expect(refusalOf(await account.post('/graphql', '{'))).toMatch(/^400 E0022 /);
  });

  test('another method, and a token that is not valid', async () => {
    expect((await emulator.call({ method: 'GET', url: '/graphql?query={__typename}' })).status).toBe(405);
    const headers = { authorization: 'Bearer not.a.token' };
    expect((await emulator.call({ method: 'POST', url: '/graphql', headers, body: { query: '{ __typename }' } })).status).toBe(401);
  });
});

describe('what belongs to bare metal workers of VPC clusters is known by name and not built:', () => {
  const ATTACHMENT = 'attachedTo { id } virtualNetworkInterface { externalID name primaryIPAddress macAddress } ... on BareMetalNetworkAttachmentByVLAN { vlanID }';

  test.each([
    [
      'addVirtualNetworkInterfaceToBareMetalNode',
      `mutation($input: AddVirtualNetworkInterfaceToBareMetalNodeInput!) { addVirtualNetworkInterfaceToBareMetalNode(input: $input) { networkAttachment { ${ATTACHMENT} } } }`,
      { input: { virtualNetworkInterfaceID: 'r006-1', vlanID: 100, node: 'kube-1', autoDelete: true } },
    ],
    [
      'removeVirtualNetworkInterfaceFromNode',
      'mutation($input: RemoveVirtualNetworkInterfaceFromNodeInput!) { removeVirtualNetworkInterfaceFromNode(input: $input) { cluster { id } node { id } virtualNetworkInterface { externalID name } } }',
      { input: { virtualNetworkInterfaceID: 'r006-1', cluster: 'c1' } },
    ],
    [
      'node',
      `query($id: ID!, $after: String, $first: Int) { node(id: $id) {
        ... on KubernetesCluster { __typename networkAttachments(after: $after, first: $first) { pageInfo { hasNextPage endCursor } edges { node { ${ATTACHMENT} } } } }
        ... on VPCBareMetalKubernetesNode { __typename networkAttachments(after: $after, first: $first) { pageInfo { hasNextPage endCursor } edges { node { ${ATTACHMENT} } } } }
      } }`,
      { id: 'c1', first: 10 },
    ],
  ])('%s', async (field, query, variables) => {
    const answer = await ask(await emulator.account(), query, { variables });
    expect(errorsOf(answer)).toEqual([200, `X0501 The operation ${field} is not built in this emulator.`]);
    expect(answer.body).toMatchObject({ data: { [field]: null }, errors: [{ path: [field] }] });
  });
});
