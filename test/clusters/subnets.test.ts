import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../support/emulator.js';
import type { ErrorBody } from './bodies.js';

const emulator = await connectEmulator();

const request = { name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' };

describe('pod and service subnets of a new cluster', () => {
  test.each([
    ['the defaults (R97)', {}, '172.30.0.0/16', '172.21.0.0/16'],
    ['the smallest of each (R98)', { podSubnet: '172.30.2.0/23', serviceSubnet: '172.21.5.0/24' }, '172.30.2.0/23', '172.21.5.0/24'],
    ['172.17.0.0/16 and 192.168.0.0/16 (R98)', { podSubnet: '172.17.0.0/16', serviceSubnet: '192.168.0.0/16' }, '172.17.0.0/16', '192.168.0.0/16'],
    ['198.18.0.0/15 (R98)', { podSubnet: '198.18.0.0/15' }, '198.18.0.0/15', '172.21.0.0/16'],
    ['both ends of 172.21 to 172.31 (R98)', { podSubnet: '172.31.254.0/23', serviceSubnet: '172.21.0.0/24' }, '172.31.254.0/23', '172.21.0.0/24'],
    ['a block across several of its /16 (R98)', { podSubnet: '172.24.0.0/13' }, '172.24.0.0/13', '172.21.0.0/16'],
    ['neighbours that touch (R98)', { podSubnet: '172.22.0.0/16', serviceSubnet: '172.23.0.0/16' }, '172.22.0.0/16', '172.23.0.0/16'],
  ])('201: %s', async (_, subnets, podSubnet, serviceSubnet) => {
    const account = await emulator.account();
    expect((await account.post('/v1/clusters', { ...request, ...subnets })).status).toBe(201);
    expect((await account.get('/v1/clusters/shop')).body).toMatchObject({ podSubnet, serviceSubnet });
    expect((await account.get('/v2/getCluster?cluster=shop')).body).toMatchObject({ podSubnet, serviceSubnet });
  });

  test.each([
    ['a pod subnet below /23', { podSubnet: '172.30.0.0/24' }, 'podSubnet must be a /23 or larger'],
    ['a service subnet below /24', { serviceSubnet: '172.21.0.0/25' }, 'serviceSubnet must be a /24 or larger'],
    ['host bits', { podSubnet: '172.30.1.0/16' }, 'podSubnet must be an IPv4 network'],
    ['an address without a prefix', { serviceSubnet: '172.21.0.0' }, 'serviceSubnet must be an IPv4 network'],
    ['a word', { podSubnet: 'big' }, 'podSubnet must be an IPv4 network'],
    ['a prefix of 33', { podSubnet: '172.30.0.0/33' }, 'podSubnet must be an IPv4 network'],
    ['IPv6', { podSubnet: 'fd00::/8' }, 'podSubnet must be an IPv4 network'],
  ])('400: %s (R98)', async (_, subnets, words) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, ...subnets });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toContain(words);
  });

  test.each([
    '172.16.0.0/16',
    '172.18.0.0/16',
    '172.19.0.0/16',
    '172.20.0.0/16',
    '172.20.0.0/14',
    '172.0.0.0/8',
    '10.0.0.0/16',
    '10.184.0.0/16',
    '172.32.0.0/16',
    '192.169.0.0/16',
    '198.20.0.0/16',
    '0.0.0.0/0',
  ])('400: %s is not where pods or services may be (R98, R99)', async (cidr) => {
    const account = await emulator.account();
    for (const field of ['podSubnet', 'serviceSubnet']) {
      const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, [field]: cidr });
      expect(refused.status).toBe(400);
      expect(refused.body.description).toContain(`${field} must lie within 172.17.0.0/16, 172.21.0.0 - 172.31.255.255, 192.168.0.0/16`);
    }
  });

  test.each([
    ['the same block', { podSubnet: '172.25.0.0/16', serviceSubnet: '172.25.0.0/16' }],
    ['one within the other', { podSubnet: '172.24.0.0/13', serviceSubnet: '172.25.7.0/24' }],
    ['pods over the default of services', { podSubnet: '172.21.0.0/16' }],
    ['services over the default of pods', { serviceSubnet: '172.30.9.0/24' }],
  ])('400: pods and services overlap: %s (R98)', async (_, subnets) => {
    const account = await emulator.account();
    const refused = await account.post<ErrorBody>('/v1/clusters', { ...request, ...subnets });
    expect(refused.status).toBe(400);
    expect(refused.body.description).toMatch(/podSubnet .* and serviceSubnet .* overlap/);
  });

  test('two clusters may have the same ones (R97)', async () => {
    const account = await emulator.account();
    await account.createCluster({ name: 'one' });
    expect((await account.post('/v1/clusters', { ...request, name: 'two' })).status).toBe(201);
  });
});
