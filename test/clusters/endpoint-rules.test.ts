import { describe, expect, test } from '@jest/globals';
import { type Addressed, endpointUrl, hasEndpoint, serverUrl } from '../../src/domains/clusters/endpoints.js';
import { chooseServer, chooseUserName } from '../../src/domains/kubeconfig/rules.js';
import { refusalOf } from '../support/refusal.js';

const both: Addressed = { state: 'deployed', zone: 'dal10', masterNumber: 7, masterPort: 30_123, publicServiceEndpoint: true, privateServiceEndpoint: true };
const publicUrl = 'https://c7.us-south.containers.cloud.ibm.com:30123';
const privateUrl = 'https://c7.private.us-south.containers.cloud.ibm.com:30123';
const withoutPublic: Addressed = { ...both, publicServiceEndpoint: false };
const withoutPrivate: Addressed = { ...both, privateServiceEndpoint: false };

describe('the endpoints of a master (R139, R150, R151)', () => {
  test('have a host each, and one port', () => {
    expect([endpointUrl(both, 'public'), endpointUrl(both, 'private')]).toEqual([publicUrl, privateUrl]);
  });

  test('name the data centre where that stands alone', () => {
    expect(endpointUrl({ ...both, zone: 'sjc03' }, 'public')).toBe('https://c7.sjc03.containers.cloud.ibm.com:30123');
  });

  test('are empty while they are off, or there is no master', () => {
    expect([hasEndpoint(withoutPublic, 'public'), hasEndpoint(withoutPublic, 'private')]).toEqual([false, true]);
    expect([hasEndpoint(withoutPrivate, 'public'), hasEndpoint(withoutPrivate, 'private')]).toEqual([true, false]);
    expect([endpointUrl(withoutPublic, 'public'), endpointUrl(withoutPrivate, 'private')]).toEqual(['', '']);
    expect(endpointUrl({ ...both, state: 'deploying' }, 'public')).toBe('');
  });

  test('the usual one is the public, or else the private', () => {
    expect([both, withoutPrivate, withoutPublic].map(serverUrl)).toEqual([publicUrl, publicUrl, privateUrl]);
  });
});

describe('what a kubeconfig names', () => {
  test('is the endpoint that is wanted, or the usual one (R139)', () => {
    expect([chooseServer(both, undefined), chooseServer(both, 'public'), chooseServer(both, 'private')]).toEqual([publicUrl, publicUrl, privateUrl]);
  });

  test('is no endpoint that is off', () => {
    expect(refusalOf(() => chooseServer(withoutPrivate, 'private'))).toEqual([
      'invalidRequest',
      'The request is not valid: endpointType private: the private service endpoint of the cluster is disabled.',
    ]);
  });

  test.each(['vpe', 'link'] as const)('is no endpoint of another infrastructure: %s', (wanted) => {
    expect(refusalOf(() => chooseServer(both, wanted))).toEqual(['invalidRequest', `The request is not valid: endpointType ${wanted} is not for classic clusters.`]);
  });

  test("is the caller's own address, in the letter case that is wanted", () => {
    expect(chooseUserName('Ann@example.com')).toBe('IAM#Ann@example.com');
    expect(chooseUserName('Ann@example.com', 'ANN@EXAMPLE.com')).toBe('IAM#ANN@EXAMPLE.com');
    expect(refusalOf(() => chooseUserName('ann@example.com', 'bob@example.com'))).toEqual([
      'invalidRequest',
      "The request is not valid: sub must be ann@example.com, the caller's email address, in any letter case.",
    ]);
  });
});
