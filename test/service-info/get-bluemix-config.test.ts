import { expect, test } from '@jest/globals';
import { describeOperation } from '../support/describe-operation.js';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

describeOperation(emulator, 'getBluemixConfig', () => {
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
