import { describe, expect, test } from '@jest/globals';
import { albsOf, clusterOf, clusterSubnetsOf, pairOf, vlansOf } from '../networking/support.js';
import { connectEmulator } from '../support/emulator.js';

const emulator = await connectEmulator();

describe('the default ALBs of a zone', () => {
  test('200: are one public, enabled, and one private, disabled, with the same number (R230, R231, R232, R233, R244)', async () => {
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
