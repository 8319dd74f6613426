import { describe, expect, test } from '@jest/globals';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

describe('getBluemixConfig', () => {
  test('200: names this server, at the address that the caller used', async () => {
    const account = await emulator.account();
    const config = await account.get('/v1/config', { host: 'iks.test:8080' });
    expect(config.status).toBe(200);
    expect(config.body).toEqual({
      acct_url: 'http://iks.test:8080',
      bluemix_url: 'http://iks.test:8080',
      env_name: 'iks-emulator',
      iam_base_url: 'http://iks.test:8080',
      iam_client_id: 'kube',
      iam_client_secret: 'kube',
      iam_issuer: 'http://iks.test:8080/identity',
      iam_papurl: 'http://iks.test:8080',
      iam_pdpurl: 'http://iks.test:8080',
      iam_url: 'http://iks.test:8080/identity',
      uaa_url: 'http://iks.test:8080',
    });
  });
});

describe('getProductConfig', () => {
  test("200: the product's names, for everybody", async () => {
    const config = await emulator.call({ method: 'GET', url: '/v1/prodconfig' });
    expect(config.status).toBe(200);
    expect(config.body).toEqual({
      company_name: 'IBM',
      container_service_name: 'IBM Cloud Kubernetes Service',
      iaas_name: 'IBM Cloud infrastructure',
      product_name: 'IBM Cloud',
      product_name_short: 'ibmcloud',
    });
  });
});
