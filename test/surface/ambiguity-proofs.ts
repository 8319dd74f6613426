import { expect } from '@jest/globals';
import type { OperationId } from '../../src/operations/catalogue.js';
import { unzip } from '../kubeconfig/support.js';
import { pairOf } from '../networking/support.js';
import type { Answer } from '../support/contract.js';
import type { TestAccount } from '../support/test-account.js';
import { first, workersOf } from '../worker-pools/scene.js';

/** What an operation does about an ambiguity, and the proof of it in an account with the ready cluster `shop`. */
export type Proof = readonly [what: string, prove: (account: TestAccount) => Promise<void>];
export type Proofs = Partial<Record<OperationId, Proof>>;

/** How requests can name the VLANs of a zone. */
export const spellings = [
  ['privateVLAN', 'publicVLAN'],
  ['privateVlan', 'publicVlan'],
] as const;

/** Each zone names its VLANs in both spellings, with equal values. */
export async function provePoolSpellings(zones: readonly Readonly<Record<string, unknown>>[], account: TestAccount): Promise<void> {
  const pair = await pairOf(account);
  const [vlan, publicVlan] = [pair.private.id, pair.public.id];
  expect(zones).toMatchObject([{ id: 'dal10', privateVLAN: vlan, privateVlan: vlan, publicVLAN: publicVlan, publicVlan }]);
}

/** The names and Unix modes of a zip's entries. */
const layoutOf = async (bytes: Buffer): Promise<(readonly [string, number])[]> => (await unzip(bytes)).map(({ name, mode }) => [name, mode] as const);

export async function proveV1Zip(account: TestAccount, url: string, more: readonly string[]): Promise<void> {
  const [folder, ...files] = await layoutOf((await account.get(url)).bytes);
  const name = folder?.[0] ?? '';
  expect(folder).toEqual([expect.stringMatching(/^kubeConfig\d+\/$/), 0o040755]);
  const names = ['kube-config-dal10-shop.yml', 'ca-dal10-shop.pem', ...more];
  expect(files).toEqual(names.map((file) => [`${name}${file}`, 0o100644]));
  const yaml = await account.get(`${url}?format=yaml`);
  expect([yaml.status, yaml.text]).toEqual([200, expect.stringMatching(/^apiVersion: v1$/m)]);
}

export async function proveV2Formats(ask: (format: string) => Promise<Answer>): Promise<void> {
  expect(await layoutOf((await ask('zip')).bytes)).toEqual([
    ['kube-config-us-south-shop.yaml', 0o100644],
    ['ca-us-south-shop.pem', 0o100644],
  ]);
  expect((await ask('yaml')).text).toMatch(/^apiVersion: v1$/m);
  expect((await ask('json')).body).toMatchObject({ apiVersion: 'v1', kind: 'Config' });
}

/** A worker of v2 has the network of classic ones, and nothing of a VPC's. */
async function proveClassicNetwork(worker: unknown, account: TestAccount): Promise<void> {
  const { privateIP, privateVlan, publicIP, publicVlan } = first(await workersOf(account));
  const networkInformation = { privateIP, privateVLAN: privateVlan, publicIP, publicVLAN: publicVlan };
  expect(worker).toMatchObject({ networkInformation, lifecycle: { actualOperatingSystem: 'UBUNTU_24_64' } });
  expect(worker).not.toHaveProperty('networkInterfaces');
}

export const workersV2 = (base: string): Proof => [
  'tells the classic network of each worker',
  async (account) => {
    const { body } = await account.get<readonly { id: string }[]>(`${base}getWorkers?cluster=shop`);
    const { id } = first(await workersOf(account));
    await proveClassicNetwork(body.find((worker) => worker.id === id), account);
  },
];

export const workerV2 = (base: string): Proof => [
  'tells the classic network of the worker',
  async (account) => {
    const { id } = first(await workersOf(account));
    await proveClassicNetwork((await account.get(`${base}getWorker?cluster=shop&worker=${id}`)).body, account);
  },
];
