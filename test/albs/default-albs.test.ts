import { describe, expect, test } from '@jest/globals';
import { type Alb, albsOf, clusterOf, clusterSubnetsOf, pairOf, vlansOf } from '../networking/support.js';
import { startEmulator } from '../support/emulator.js';

const emulator = await startEmulator();

describe('the default ALBs of a zone', () => {
  test('200: are one public, enabled, and one private, disabled, with the same number (R230, R231, R232, R233)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const pair = await pairOf(account);
    const common = {
      clusterID: cluster,
      name: '',
      createdDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
      resize: false,
      zone: 'dal10',
      disableDeployment: false,
      authBuild: '',
      nlbVersion: '1.0',
    };
    expect(await albsOf(account, cluster)).toEqual([
      {
        ...common,
        albID: `private-cr${cluster}-alb1`,
        albType: 'private',
        enable: false,
        state: 'disabled',
        status: 'disabled',
        numOfInstances: '',
        albip: '',
        vlanID: pair.private.id,
        albBuild: '',
      },
      {
        ...common,
        albID: `public-cr${cluster}-alb1`,
        albType: 'public',
        enable: true,
        state: 'enabled',
        status: 'healthy',
        numOfInstances: '2',
        albip: '169.48.0.18',
        vlanID: pair.public.id,
        albBuild: expect.stringMatching(/^\d+\.\d+\.\d+_\d+_iks$/),
      },
    ]);
  });

  test("200: are listed with their cluster's place and Ingress names, as one object (R232, A1)", async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    await account.settle();
    const { ingressHostname, ingressSecretName } = await clusterOf(account, cluster);
    const listed = await account.get(`/v1/alb/clusters/${cluster}`);
    expect(listed.body).toEqual({
      id: cluster,
      region: 'us-south',
      dataCenter: 'dal10',
      isPaid: true,
      ingressHostname,
      ingressSecretName,
      alb: await albsOf(account, cluster),
    });
    expect((await account.get('/v1/alb/clusters/shop')).body).toEqual(listed.body);
  });

  test('begin at number 1 in every cluster (R231)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    for (const name of ['first', 'second']) {
      const cluster = await account.createCluster({ name });
      const ids = (await albsOf(account, cluster)).map(({ albID }) => albID);
      expect(ids).toEqual([`private-cr${cluster}-alb1`, `public-cr${cluster}-alb1`]);
    }
  });

  test('the public one has the lowest address of its own cluster\'s subnet (R51)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const found: string[] = [];
    for (const name of ['first', 'second']) {
      const cluster = await account.createCluster({ name });
      const subnets = (await clusterSubnetsOf(account, cluster)).flatMap((vlan) => vlan.subnets);
      const [publicAlb] = (await albsOf(account, cluster)).filter(({ albType }) => albType === 'public');
      expect(publicAlb?.albip).toBe(subnets.find((subnet) => subnet.is_public)?.ips[0]);
      found.push(publicAlb?.albip ?? '');
    }
    expect(found).toEqual(['169.48.0.18', '169.48.0.26']);
  });
});

describe('one ALB', () => {
  test('200: is read by its id as it is listed (R232)', async () => {
    const account = await emulator.account({ speed: 'instant' });
    const cluster = await account.createCluster();
    const albs = await albsOf(account, cluster);
    expect(albs).toHaveLength(2);
    for (const alb of albs) expect((await account.get<Alb>(`/v1/alb/albs/${alb.albID}`)).body).toEqual(alb);
  });

  test("404: unknown, and another account's, answer the same", async () => {
    const [mine, other] = [await emulator.account(), await emulator.account({ speed: 'instant' })];
    const cluster = await other.createCluster();
    const [alb] = await albsOf(other, cluster);
    const foreign = await mine.get<Record<string, unknown>>(`/v1/alb/albs/${alb?.albID}`);
    const unknown = await mine.get<Record<string, unknown>>('/v1/alb/albs/public-crc0000000000000000000-alb1');
    expect([foreign.status, unknown.status]).toEqual([404, 404]);
    expect(unknown.body).toMatchObject({ code: 'E0028', description: 'The specified ALB could not be found.' });
    expect({ ...foreign.body, incidentID: '' }).toEqual({ ...unknown.body, incidentID: '' });
  });

  test("404: the ALBs of another account's cluster", async () => {
    const [mine, other] = [await emulator.account(), await emulator.account()];
    const cluster = await other.createCluster();
    const answer = await mine.get(`/v1/alb/clusters/${cluster}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'G0004', description: 'The specified cluster could not be found.' } });
  });
});

/** The events of a new cluster whose order R53 tells. */
const inOrder = [
  'worker normal',
  'worker normal',
  'zone network ordering_subnets to filling_map',
  'zone network filling_map to ready',
  'ALB deploying to healthy',
  'subdomain registering to registered',
];

describe('after the workers are ready', () => {
  test('come subnets, then ALBs, then the subdomain, each a while later (R53)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    const look = async () => {
      const { state, ingressHostname } = await clusterOf(account, cluster);
      return {
        state,
        subnets: (await clusterSubnetsOf(account, cluster)).length,
        albs: (await albsOf(account, cluster)).map(({ status }) => status),
        hostname: ingressHostname !== '',
      };
    };
    // Half a minute off the full minutes, where the steps are.
    await account.advance('1170s');
    expect(await look()).toEqual({ state: 'pending', subnets: 0, albs: [], hostname: false });
    await account.advance('60s');
    expect(await look()).toEqual({ state: 'normal', subnets: 0, albs: [], hostname: false });
    await account.advance('60s');
    expect(await look()).toEqual({ state: 'normal', subnets: 2, albs: [], hostname: false });
    await account.advance('60s');
    expect(await look()).toEqual({ state: 'normal', subnets: 2, albs: ['disabled', 'deploying'], hostname: false });
    await account.advance('120s');
    expect(await look()).toEqual({ state: 'normal', subnets: 2, albs: ['disabled', 'healthy'], hostname: false });
    await account.advance('60s');
    expect(await look()).toEqual({ state: 'normal', subnets: 2, albs: ['disabled', 'healthy'], hostname: true });
  });

  test.each([[1], [30], ['instant']])('the order is the same at speed %s (R53)', async (speed) => {
    const account = await emulator.account({ speed });
    // The clock stands, so that nothing falls due before it is asked for.
    await emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/clock/freeze` });
    await account.createCluster({ workerNum: 2 });
    const transitions = await account.settle();
    const events = transitions
      .filter(({ kind, to }) => (kind === 'worker' ? to === 'normal' : kind !== 'cluster'))
      .map(({ kind, from, to }) => (kind === 'worker' ? 'worker normal' : `${kind} ${from} to ${to}`));
    expect(events).toEqual(inOrder);
  });

  test('neither VLANs nor ALBs come twice when the account is looked at often (R230)', async () => {
    const account = await emulator.account();
    const cluster = await account.createCluster();
    for (let minute = 0; minute < 26; minute += 1) {
      await account.advance('1m');
      await albsOf(account, cluster);
    }
    expect(await albsOf(account, cluster)).toHaveLength(2);
    expect(await clusterSubnetsOf(account, cluster)).toHaveLength(2);
    expect(await vlansOf(account)).toHaveLength(2);
  });
});

test('a private-only cluster has its private ALB alone, disabled (R238)', async () => {
  const account = await emulator.account({ speed: 'instant' });
  const cluster = await account.createCluster({ privateOnly: true });
  expect(await albsOf(account, cluster)).toMatchObject([
    { albID: `private-cr${cluster}-alb1`, albType: 'private', enable: false, state: 'disabled', numOfInstances: '', albip: '' },
  ]);
});
