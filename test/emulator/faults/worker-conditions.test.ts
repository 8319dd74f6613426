import { describe, expect, test } from '@jest/globals';
import { workerConditions } from '../../../src/domains/workers/conditions.js';
import { connectEmulator } from '../../support/emulator.js';
import type { Vlan } from '../../networking/support.js';
import { type Cluster, faultsOf, type Worker } from './support.js';

const emulator = await connectEmulator();

/** Each message, with ID, VLAN and ROUTER for the worker's own. */
const messages: Readonly<Record<string, string>> = {
  orderingNotPermitted: "'IBM Cloud' infrastructure exception: The account is not permitted to order computing instances.",
  noCapacity:
    "'IBM Cloud' infrastructure exception: The order could not be placed. There is not enough capacity behind router ROUTER for the following guests: ID.",
  vlanNotFound:
    "'IBM Cloud' infrastructure exception: VLAN VLAN could not be found. It may belong to another account, or the number of the VLAN was given in place of its id.",
  locationNotValid: "'IBM Cloud' infrastructure exception: The location dal10 is not valid for this order.",
  permissionMissing: "'IBM Cloud' infrastructure exception: The credentials of the account lack the permission to order machines.",
  publicPortNotPermitted:
    "'IBM Cloud' infrastructure exception: The credentials of the account lack the permission to order machines with a public port.",
  credentialsNotValid: 'The infrastructure credentials of the account could not be validated.',
  serviceUnreachable:
    'The worker cannot reach the servers of IBM Cloud Kubernetes Service. Check the firewall, and whether the worker has a public connection.',
  rebootUnanswered: 'Worker ID did not answer a soft reboot. A hard reboot may be needed.',
  otherAccount: 'Worker ID belongs to another infrastructure account than the stored credentials, so the cluster is orphaned.',
  machineIdChanged: 'The id of the bare metal machine of worker ID changed. Reload the worker.',
};

test('these are all conditions of the table', () => {
  expect(Object.keys(messages)).toEqual(Object.keys(workerConditions));
});

describe.each(Object.entries(messages))('%s', (condition, template) => {
  test('a worker whose provisioning fails says so on itself, in v1 and in v2, and never on the call (R7, R217)', async () => {
    const account = await emulator.account();
    const faults = faultsOf(emulator, account);
    const fault = await faults.arm({ effect: { type: 'provisioning-fails', condition } });
    await account.createCluster({ workerNum: 1 });
    await account.settle();

    const [worker] = (await account.get<Worker[]>('/v1/clusters/shop/workers')).body;
    const { id = '', privateVlan = '' } = worker ?? {};
    const vlan = (await account.get<Vlan[]>('/v1/datacenters/dal10/vlans')).body.find((candidate) => candidate.id === privateVlan);
    const message = template.replace('VLAN VLAN', `VLAN ${privateVlan}`).replace('ROUTER', vlan?.properties.primary_router ?? '').replace('ID', id);
    expect(worker).toMatchObject({ state: 'provision_failed', status: message, errorMessage: message, kubeVersion: '', privateIP: '' });
    expect(worker?.errorMessageDate).toBe(worker?.statusDate);
    expect((await account.get('/v2/getWorkers?cluster=shop')).body).toMatchObject([
      { health: { state: 'critical', message }, lifecycle: { actualState: 'provision_failed', desiredState: 'deployed', message, messageDate: worker?.errorMessageDate } },
    ]);
    expect((await account.get<Cluster>('/v1/clusters/shop')).body).toMatchObject({ state: 'critical', status: 'No worker is available', masterStatus: 'Ready' });
    expect((await faults.read(fault.id)).body).toMatchObject({ matched: 1, struck: 1, resources: [id] });
  });
});
