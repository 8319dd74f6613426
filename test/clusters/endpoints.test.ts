import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { ClusterBody } from './bodies.js';

const emulator = await connectEmulator();

/** A cluster whose master is deployed. */
async function deployed(request: Readonly<Record<string, unknown>>): Promise<ClusterBody> {
  const account = await emulator.account();
  const id = await account.createCluster({ workerNum: 1, ...request });
  await account.settle('all');
  return (await account.get<ClusterBody>(`/v1/clusters/${id}`)).body;
}

const hostOf = (url: string): string => new URL(url).hostname;
const portOf = (url: string): number => Number(new URL(url).port);

describe('the address of the master', () => {
  test.each([
    ['dal10', 'us-south'],
    ['fra02', 'eu-de'],
    ['lon06', 'eu-gb'],
    ['wdc07', 'us-east'],
    ['tok02', 'jp-tok'],
    ['syd04', 'au-syd'],
    ['sjc03', 'sjc03'],
    ['mon01', 'mon01'],
    ['par01', 'par01'],
  ])('in %s it is on the host c<N>.%s (R139, R150)', async (dataCenter, part) => {
    const { publicServiceEndpointURL, ingressHostname } = await deployed({ dataCenter });
    expect(hostOf(publicServiceEndpointURL)).toMatch(new RegExp(`^c[1-9]\\.${part}\\.containers\\.cloud\\.ibm\\.com$`));
    expect(ingressHostname).toMatch(new RegExp(`^shop-[0-9a-f]{32}-0000\\.${part}\\.containers\\.appdomain\\.cloud$`));
  });

  test('the port lies in 30000 to 32767, not the same for all (R151)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const ports = new Set<number>();
    for (let index = 0; index < 12; index += 1) {
      const id = await account.createCluster({ name: `shop-${index}`, workerNum: 1, noSubnet: true });
      const { body } = await account.get<ClusterBody>(`/v1/clusters/${id}`);
      const port = portOf(body.publicServiceEndpointURL);
      expect(port).toBeGreaterThanOrEqual(30_000);
      expect(port).toBeLessThanOrEqual(32_767);
      ports.add(port);
    }
    expect(ports.size).toBeGreaterThan(6);
  });

  test('public and private endpoint have the same N and port (R150, R151)', async () => {
    const cluster = await deployed({ publicServiceEndpoint: true, privateSeviceEndpoint: true });
    const { publicServiceEndpointURL, privateServiceEndpointURL } = cluster;
    expect(privateServiceEndpointURL).toMatch(/^https:\/\/c[1-9]\.private\.us-south\.containers\.cloud\.ibm\.com:3\d{4}$/);
    expect(privateServiceEndpointURL.replace('.private.', '.')).toBe(publicServiceEndpointURL);
  });

  test('serverURL and masterURL are the public endpoint while that is on (R139)', async () => {
    const cluster = await deployed({ publicServiceEndpoint: true, privateSeviceEndpoint: true });
    expect(cluster.serverURL).toBe(cluster.publicServiceEndpointURL);
    expect(cluster.masterURL).toBe(cluster.publicServiceEndpointURL);
  });

  test('serverURL and masterURL are the private endpoint where no other is on (R139)', async () => {
    const cluster = await deployed({ publicServiceEndpoint: false, privateSeviceEndpoint: true });
    expect(cluster.publicServiceEndpointURL).toBe('');
    expect(cluster.privateServiceEndpointURL).toContain('.private.us-south.');
    expect(cluster.serverURL).toBe(cluster.privateServiceEndpointURL);
    expect(cluster.masterURL).toBe(cluster.privateServiceEndpointURL);
  });
});

describe('the place of a cluster (R137)', () => {
  test.each([
    ['dal10', 'Dallas', true, 'us-south'],
    ['wdc04', 'Washington DC', true, 'us-east'],
    ['fra05', 'Frankfurt', true, 'eu-de'],
    ['sjc04', 'sjc04', false, 'us-south'],
    ['tor01', 'tor01', false, 'us-east'],
    ['che01', 'che01', false, 'jp-tok'],
  ])('%s shows as %s', async (dataCenter, location, multiAzCapable, region) => {
    const cluster = await deployed({ dataCenter });
    expect(cluster).toMatchObject({ dataCenter, location, multiAzCapable, region, workerZones: [dataCenter] });
    expect(cluster.crn).toContain(`:${region}:a/`);
  });
});
