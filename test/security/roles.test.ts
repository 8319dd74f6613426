import { beforeAll, describe, expect, test } from '@jest/globals';
import { operations } from '../../src/operations/catalogue.js';
import { startEmulator } from '../support/emulator.js';
import type { PlacedOperation } from '../surface/document.js';
import { roleByOperation } from './expected-roles.js';
import { documentedOperations, logInWith } from './support.js';

const emulator = await startEmulator();
const strict = await startEmulator({ auth: 'strict' });

/** The operations of the real API that are built, each of its methods. */
const routed = documentedOperations(emulator.app).filter(({ operationId }) => roleByOperation.has(idOf(operationId)));
function idOf(operationId: string): string {
  return operationId.replace(/Alias$/, '');
}

/** R300: the roles of a caller, and the needs that they fulfil. */
const callers = [
  { roles: [], fulfils: ['none'] },
  { roles: ['viewer'], fulfils: ['none', 'viewer'] },
  { roles: ['editor'], fulfils: ['none', 'viewer', 'editor'] },
  { roles: ['operator'], fulfils: ['none', 'viewer', 'operator'] },
  { roles: ['editor', 'operator'], fulfils: ['none', 'viewer', 'editor', 'operator'] },
  { roles: ['administrator'], fulfils: ['none', 'viewer', 'editor', 'operator', 'administrator'] },
];

const urlOf = ({ path }: PlacedOperation): string => path.replaceAll(/\{\w+\}/g, 'nobodys');
const isIam = ({ path }: PlacedOperation): boolean => path.startsWith('/identity/');

test('every operation of the API has a role, and nothing else has', () => {
  expect([...roleByOperation.keys()].sort()).toEqual(Object.keys(operations).sort());
  expect(roleByOperation.size).toBe(279);
});

describe('every operation that is built', () => {
  test('names its role in the OpenAPI document, and the refusal where it has one', () => {
    for (const operation of routed.filter((one) => !isIam(one))) {
      const { operationId, description = '', 'x-platform-role': documented, responses } = operation;
      const role = roleByOperation.get(idOf(operationId));
      expect([operationId, documented]).toEqual([operationId, role]);
      expect(description).toContain(role === 'none' ? 'Needs no platform role.' : `Needs the platform role ${String(role)}.`);
      expect([operationId, responses['403']?.description.includes('A0005 (notAuthorized)') ?? false]).toEqual([operationId, role !== 'none']);
    }
  });

  test.each(callers)('lets a caller with the roles $roles in where they suffice, and nobody else', async ({ roles, fulfils }) => {
    const account = await emulator.account();
    const { token } = await logInWith(emulator, account.id, { roles });
    for (const operation of routed.filter((one) => !isIam(one))) {
      const { method, operationId } = operation;
      const needed = roleByOperation.get(idOf(operationId)) ?? '';
      const body = operation.requestBody === undefined ? {} : { body: {} };
      const answer = await emulator.call({ method: method as 'GET', url: urlOf(operation), headers: { authorization: `Bearer ${token}` }, ...body });
      if (fulfils.includes(needed)) {
        expect([operationId, [401, 403].includes(answer.status)]).toEqual([operationId, false]);
      } else {
        expect([operationId, answer.status, answer.body]).toEqual([operationId, 403, refusal(needed, roles)]);
      }
    }
  });

  test('lets whoever calls a lenient server without a token do everything', async () => {
    for (const operation of routed.filter((one) => one.method === 'GET' && !isIam(one))) {
      const { status } = await emulator.call({ method: 'GET', url: urlOf(operation) });
      expect([operation.operationId, [401, 403].includes(status)]).toEqual([operation.operationId, false]);
    }
  });

  test('asks for a token on a strict server unless it needs no role', async () => {
    for (const operation of routed.filter((one) => !isIam(one))) {
      const { method, operationId } = operation;
      const body = operation.requestBody === undefined ? {} : { body: {} };
      const { status } = await strict.call({ method: method as 'GET', url: urlOf(operation), ...body });
      // What is about the account needs to know which.
      const open = roleByOperation.get(idOf(operationId)) === 'none' && !['getMessages', 'v2GetMessages'].includes(operationId);
      expect([operationId, status === 401]).toEqual([operationId, !open]);
    }
  });
});

const refusal = (needed: string, held: readonly string[]) => ({
  incidentID: expect.stringMatching(/^[0-9a-f-]{36}$/),
  code: 'A0005',
  description: `You are not authorized to do this. It needs the platform role ${needed}; you have ${held.length === 0 ? 'none' : held.join(', ')}.`,
  type: 'Authentication',
  recoveryCLI: "To see your access policies, run 'ibmcloud iam user-policies <user>'.",
});

describe('what needs more when more is asked for (R300)', () => {
  let viewer: string;
  let administrator: string;
  let worker: string;
  beforeAll(async () => {
    const account = await emulator.account({ speed: 'instant' });
    await account.createCluster();
    ({ token: viewer } = await logInWith(emulator, account.id, { roles: ['viewer'] }));
    ({ token: administrator } = await logInWith(emulator, account.id, { roles: ['administrator'] }));
    [{ id: worker }] = (await account.get('/v1/clusters/shop/workers')).body as [{ id: string }];
  });
  const call = (method: 'GET' | 'POST', url: string, token: string, body?: unknown) =>
    emulator.call({ method, url, headers: { authorization: `Bearer ${token}` }, ...(body !== undefined && { body }) });

  test.each([
    ['GET', '/v2/getKubeconfig?cluster=shop&format=json', '/v2/getKubeconfig?cluster=shop&format=json&admin=true', undefined, undefined],
    ['POST', '/v2/applyRBACAndGetKubeconfig', '/v2/applyRBACAndGetKubeconfig', { cluster: 'shop', format: 'json' }, { cluster: 'shop', format: 'json', admin: true }],
    ['GET', '/v1/clusters/shop/config?format=json', '/v1/clusters/shop/config/admin?format=json', undefined, undefined],
  ] as const)("%s %s is a viewer's, an administrator's kubeconfig is not", async (method, plain, admin, plainBody, adminBody) => {
    expect((await call(method, plain, viewer, plainBody)).status).toBe(200);
    expect(await call(method, admin, viewer, adminBody)).toMatchObject({ status: 403, body: refusal('administrator', ['viewer']) });
    expect((await call(method, admin, administrator, adminBody)).status).toBe(200);
  });

  test('a cluster is for administrators to create (R103)', async () => {
    const cluster = { name: 'fresh', dataCenter: 'dal10', machineType: 'b3c.4x16' };
    expect(await call('POST', '/v1/clusters', viewer, cluster)).toMatchObject({ status: 403, body: refusal('administrator', ['viewer']) });
    expect((await call('POST', '/v1/clusters', administrator, cluster)).status).toBe(201);
  });

  test('a GraphQL query is for viewers, the mutation that reloads a worker for operators', async () => {
    const reload = { query: `mutation { reinitializeKubernetesNode(input: { id: "${worker}" }) { node { id } } }` };
    expect((await call('POST', '/graphql', viewer, { query: '{ __typename }' })).body).toEqual({ data: { __typename: 'Query' } });
    expect((await call('POST', '/graphql', viewer, reload)).body).toMatchObject({ errors: [{ message: refusal('operator', ['viewer']).description }] });
    expect((await call('POST', '/graphql', administrator, reload)).body).not.toHaveProperty('errors');
  });
});

test('a refusal comes before anything is looked at: path, body, and whether the object is there', async () => {
  const account = await emulator.account();
  await account.createCluster();
  const { token } = await logInWith(emulator, account.id, { roles: ['viewer'] });
  const headers = { authorization: `Bearer ${token}` };
  for (const [url, body] of [['/v1/clusters/shop', {}], ['/v1/clusters/nobodys', {}], ['/v1/clusters/%00', {}], ['/v1/clusters/shop', '{"no json']] as const) {
    expect(await emulator.call({ method: 'PUT', url, body, headers })).toMatchObject({ status: 403, body: refusal('operator', ['viewer']) });
  }
});
