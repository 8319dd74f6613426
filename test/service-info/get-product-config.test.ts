import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getProductConfig', () => {
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
