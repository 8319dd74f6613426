import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody, ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

const request = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' };
const header = (group: string) => ({ 'X-Auth-Resource-Group': group });

/** An account with one cluster, and its only resource group. */
async function withCluster() {
  const account = await emulator.account();
  const id = await account.createCluster({ name: 'first' });
  const { body } = await account.get<ClusterBody>(`/v1/clusters/${id}`);
  return { account, id, group: body.resourceGroup };
}

describe('the header X-Auth-Resource-Group (R93)', () => {
  test('without it, and with an empty one, a cluster goes to the default group', async () => {
    const { account, group } = await withCluster();
    expect(group).toMatch(/^[0-9a-f]{32}$/);
    await account.post('/v1/clusters', request, header(''));
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ resourceGroup: group, resourceGroupName: 'Default' });
  });

  test('201: a group is named by its id or its name', async () => {
    const { account, group } = await withCluster();
    for (const [name, word] of [['by-id', group], ['by-name', 'Default']] as const) {
      expect((await account.post('/v1/clusters', { ...request, name }, header(word))).status).toBe(201);
      expect((await account.get(`/v1/clusters/${name}`)).body).toMatchObject({ resourceGroup: group, resourceGroupName: 'Default' });
    }
  });

  test('400: the group is unknown, or another account has it', async () => {
    const { account } = await withCluster();
    const { group: foreign } = await withCluster();
    for (const word of ['unknown', foreign]) {
      const refused = await account.post<ErrorBody>('/v1/clusters', request, header(word));
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain(`X-Auth-Resource-Group names '${word}'`);
    }
    expect(await account.get('/v1/clusters').then(({ body }) => body)).toHaveLength(1);
  });

  test.each(['/v1/clusters', '/v2/classic/getClusters'])('lists of %s show the clusters of the group alone', async (list) => {
    const { account, id, group } = await withCluster();
    const idsIn = async (word: string): Promise<string[]> =>
      (await account.get<ClusterBody[]>(list, header(word))).body.map((cluster) => cluster.id);
    expect(await idsIn(group)).toEqual([id]);
    expect(await idsIn('Default')).toEqual([id]);
    expect(await idsIn('')).toEqual([id]);
    expect(await idsIn('unknown')).toEqual([]);
  });

  test('a read by id or name does not mind the group', async () => {
    const { account, id } = await withCluster();
    expect((await account.get(`/v1/clusters/${id}`, header('unknown'))).status).toBe(200);
    expect((await account.get('/v1/clusters/first', header('unknown'))).status).toBe(200);
  });
});
