import { expect, test } from '@jest/globals';
import { albsOf } from '../networking/support.js';
import { describeOperation } from '../support/describe-operation.js';
import { connectEmulator } from '../support/emulator.js';
import { readyCluster } from './support.js';

const emulator = await connectEmulator();

describeOperation(emulator, 'getClusterALB', () => {
  test('200: each ALB by its id, as it is listed; the public one on, the private one off (R232, R233)', async () => {
    const { account, cluster, publicAlb, privateAlb, publicVlan } = await readyCluster(emulator);
    const listed = await albsOf(account, cluster);
    for (const alb of listed) {
      const answer = await account.get(`/v1/alb/albs/${alb.albID}`);
      expect([answer.status, answer.body]).toEqual([200, alb]);
    }
    expect(listed.map(({ albID }) => albID).sort()).toEqual([privateAlb, publicAlb].sort());
    expect(listed.find(({ albID }) => albID === publicAlb)).toEqual({
      albID: publicAlb,
      clusterID: cluster,
      name: '',
      albType: 'public',
      enable: true,
      state: 'enabled',
      status: 'healthy',
      createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/) as unknown,
      numOfInstances: '2',
      resize: false,
      zone: 'dal10',
      albip: '169.48.0.18',
      vlanID: publicVlan,
      disableDeployment: false,
      albBuild: '1.12.1_5237_iks',
      authBuild: '',
      nlbVersion: '1.0',
    });
    expect(listed.find(({ albID }) => albID === privateAlb)).toMatchObject({ enable: false, albip: '', albBuild: '', numOfInstances: '' });
  });

  test("404 E0028: an unknown one, and another account's", async () => {
    const { publicAlb } = await readyCluster(emulator);
    const stranger = await emulator.account();
    for (const id of ['public-crnobody-alb1', publicAlb]) {
      const missing = await stranger.get(`/v1/alb/albs/${id}`);
      expect(missing).toMatchObject({ status: 404, body: { code: 'E0028', description: 'The specified ALB could not be found.' } });
    }
  });
});
