import type { ClusterAction } from '../../src/domains/clusters/lifecycle.js';
import type { OperationId } from '../../src/operations/catalogue.js';
import type { Answer } from '../support/contract.js';
import type { TestAccount } from '../support/test-account.js';

/** An account with the cluster `shop` in dal10, and what of it calls can be about. */
export interface Scene {
  readonly account: TestAccount;
  readonly id: string;
  readonly privateVlan: string;
  readonly publicVlan: string;
  /** Five of the pool `default`. */
  readonly workers: readonly string[];
  /** Pools that can be deleted; `default` where there are none. */
  readonly pools: readonly string[];
  /** A portable subnet of the cluster that nothing uses, where there is one. */
  readonly subnet: string;
}

interface Call {
  readonly operation: OperationId | 'detachClusterSubnetAlias';
  /** The status of the answer where the cluster's state allows the call, or the code of another refusal that it then meets. */
  readonly allowed: number | string;
  readonly send: (scene: Scene) => Promise<Answer>;
}

const v1 = '/v1/clusters/shop';
const kms = { crkID: 'key', instanceID: 'instance', url: 'https://us-south.kms.cloud.ibm.com' };
const onPool = (scene: Scene, index = -1) => ({ cluster: 'shop', workerpool: scene.pools[index] ?? 'default' });
const privateAlb = ({ id }: Scene): string => `private-cr${id}-alb1`;
const workerUrl = ({ workers }: Scene, index: number): string => `${v1}/workers/${workers[index] ?? ''}`;

const call = (operation: Call['operation'], allowed: number | string, send: Call['send']): Call => ({ operation, allowed, send });

/** Every operation that needs a state of the cluster, by what it does, in an order in which each is possible once. */
export const callsOf: Readonly<Record<ClusterAction, readonly Call[]>> = {
  'operate master': [
    call('updateCluster', 204, ({ account }) => account.put(v1, { action: 'update', version: '1.35' })),
    call('v2UpdateMaster', 204, ({ account }) => account.post('/v2/updateMaster', { cluster: 'shop', version: '1.36', force: true })),
    call('handleMasterAPIServer', 204, ({ account }) => account.put(`${v1}/masters`, { action: 'refresh' })),
    call('vpcRefreshMaster', 204, ({ account }) => account.post('/v2/refreshMaster', { cluster: 'shop' })),
    call('updateCluster', 204, ({ account }) => account.put(v1, { action: 'enablePrivateServiceEndpoint' })),
    call('updateCluster', 204, ({ account }) => account.put(v1, { action: 'disablePublicServiceEndpoint' })),
    call('updateCluster', 204, ({ account }) => account.put(v1, { action: 'enablePublicServiceEndpoint' })),
    call('updateCluster', 'E0021', ({ account }) => account.put(v1, { action: 'disablePrivateServiceEndpoint' })),
    call('v2EnablePrivateServiceEndpoint', 204, ({ account }) => account.post('/v2/enablePrivateServiceEndpoint', { cluster: 'shop' })),
    call('v2DisablePublicServiceEndpoint', 204, ({ account }) => account.post('/v2/disablePublicServiceEndpoint', { cluster: 'shop' })),
    call('v2EnablePublicServiceEndpoint', 204, ({ account }) => account.post('/v2/enablePublicServiceEndpoint', { cluster: 'shop' })),
    call('v2DisablePrivateServiceEndpoint', 'E0021', ({ account }) => account.post('/v2/disablePrivateServiceEndpoint', { cluster: 'shop' })),
    call('createKMSConfig', 201, ({ account }) => account.post(`${v1}/kms`, kms)),
    call('kmsEnableCluster', 200, ({ account }) => account.post('/v2/enableKMS', { cluster: 'shop', crk_id: 'key', instance_id: 'instance' })),
  ],
  'change workers': [
    call('updateClusterWorker', 204, (scene) => scene.account.put(workerUrl(scene, 0), { action: 'os_reboot' })),
    call('updateClusterWorker', 204, (scene) => scene.account.put(workerUrl(scene, 1), { action: 'reload' })),
    call('updateClusterWorker', 204, (scene) => scene.account.put(workerUrl(scene, 2), { action: 'update' })),
    call('replaceWorker', 204, ({ account, workers }) => account.post('/v2/replaceWorker', { cluster: 'shop', workerID: workers[3] })),
    call('removeClusterWorker', 204, (scene) => scene.account.delete(workerUrl(scene, 4))),
    call('v2RemoveWorker', 204, ({ account, workers }) => account.post('/v2/removeWorker', { cluster: 'shop', workerID: workers[0] })),
    call('createWorkerPool', 201, ({ account }) => account.post(`${v1}/workerpools`, { name: 'batch', machineType: 'b3c.4x16', sizePerZone: 1 })),
    call('patchWorkerPool', 202, ({ account }) => account.patch(`${v1}/workerpools/default`, { state: 'resizing', sizePerZone: 3 })),
    call('v2ResizeWorkerPool', 202, (scene) => scene.account.post('/v2/resizeWorkerPool', { ...onPool(scene), size: 2 })),
    call('v2SetWorkerPoolLabels', 204, (scene) => scene.account.post('/v2/setWorkerPoolLabels', { ...onPool(scene), labels: { tier: 'batch' } })),
    call('v2SetWorkerPoolTaints', 204, (scene) => scene.account.post('/v2/setWorkerPoolTaints', { ...onPool(scene), taints: {} })),
    call('setWorkerPoolOperatingSystem', 202, (scene) =>
      scene.account.post('/v2/setWorkerPoolOperatingSystem', { ...onPool(scene), operatingSystem: 'UBUNTU_24_64' }),
    ),
    call('rebalanceWorkerPool', 204, (scene) => scene.account.post('/v2/rebalanceWorkerPool', onPool(scene))),
    call('addWorkerPoolZone', 201, ({ account }) => account.post(`${v1}/workerpools/default/zones`, { id: 'dal12' })),
    call('addWorkerPoolZoneNetwork', 204, ({ account, privateVlan, publicVlan }) =>
      account.patch(`${v1}/workerpools/default/zones/dal10`, { privateVlan, publicVlan }),
    ),
    call('removeWorkerPoolZone', 202, ({ account }) => account.delete(`${v1}/workerpools/default/zones/dal12`)),
    call('removeWorkerPoolZone1', 204, (scene) => scene.account.post('/v2/removeWorkerPoolZone', { ...onPool(scene, 0), zone: 'dal10' })),
    call('removeWorkerPool', 204, (scene) => scene.account.delete(`${v1}/workerpools/${scene.pools[0] ?? 'default'}`)),
    call('removeWorkerPool1', 204, (scene) => scene.account.post('/v2/removeWorkerPool', onPool(scene, 1))),
  ],
  'restart workers by force': [
    call('updateClusterWorker', 204, (scene) => scene.account.put(workerUrl(scene, 0), { action: 'os_reboot', force: true })),
    call('updateClusterWorker', 204, (scene) => scene.account.put(workerUrl(scene, 1), { action: 'reload', force: true })),
  ],
  'change network': [
    call('createClusterSubnet', 204, ({ account, privateVlan }) => account.post(`${v1}/vlans/${privateVlan}`)),
    call('detachClusterSubnet', 204, ({ account, subnet }) => account.patch(`${v1}/subnets/${subnet}`)),
    call('addClusterSubnet', 204, ({ account, subnet }) => account.put(`${v1}/subnets/${subnet}`)),
    call('detachClusterSubnetAlias', 204, ({ account, subnet }) => account.delete(`${v1}/subnets/${subnet}`)),
    call('addClusterUserSubnet', 204, ({ account, privateVlan }) => account.post(`${v1}/usersubnets`, { cidr: '10.91.40.0/24', vlan_id: privateVlan })),
    call('removeClusterUserSubnet', 204, ({ account, privateVlan }) => account.delete(`${v1}/usersubnets/10.91.40.0%2F24/vlans/${privateVlan}`)),
    call('createALB', 201, ({ account, privateVlan }) => account.post('/v1/alb/clusters/shop/zone/dal10', { type: 'private', vlanID: privateVlan })),
    call('enableALB', 201, (scene) => scene.account.post('/v1/alb/albs', { albID: privateAlb(scene), enable: true })),
    call('disableALB', 204, (scene) => scene.account.delete(`/v1/alb/albs/${privateAlb(scene)}`)),
    call('updateALBs', 200, ({ account }) => account.put('/v1/alb/clusters/shop/update')),
    call('rollbackUpdate', 'E0021', ({ account }) => account.put('/v1/alb/clusters/shop/updaterollback')),
  ],
  configure: [
    call('autoUpdateMaster', 204, ({ account }) => account.post('/v2/autoUpdateMaster', { cluster: 'shop', autoUpdate: true })),
    call('v2EnableImageSecurity', 204, ({ account }) => account.post('/v2/enableImageSecurity', { cluster: 'shop' })),
    call('v2DisableImageSecurity', 204, ({ account }) => account.post('/v2/disableImageSecurity', { cluster: 'shop' })),
    call('changeUpdatePolicy', 204, ({ account }) => account.put('/v1/alb/clusters/shop/updatepolicy', { autoUpdate: false })),
    call('addClusterWebhooks', 201, ({ account }) => account.post(`${v1}/webhooks`, { type: 'slack', url: 'https://hooks.example.com/x' })),
    call('updateAuditWebhook', 204, ({ account }) => account.put(`${v1}/apiserverconfigs/auditwebhook`, { auditServer: 'https://audit.example.com' })),
    call('deleteAuditWebhook', 204, ({ account }) => account.delete(`${v1}/apiserverconfigs/auditwebhook`)),
  ],
  'use API server': [
    call('v2EnablePullSecret', 204, ({ account }) => account.post('/v2/enablePullSecret', { cluster: 'shop' })),
    call('manageClusterAddons', 200, ({ account }) => account.patch(`${v1}/addons`, { addons: [{ name: 'istio' }], enable: true })),
    call('getClusterConfig', 200, ({ account }) => account.get(`${v1}/config`)),
    call('getClusterConfigAdmin', 200, ({ account }) => account.get(`${v1}/config/admin`)),
    call('getKubeconfig', 200, ({ account }) => account.get('/v2/getKubeconfig?cluster=shop')),
    call('applyRBACAndGetKubeconfig', 200, ({ account }) => account.post('/v2/applyRBACAndGetKubeconfig', { cluster: 'shop' })),
  ],
  delete: [call('removeCluster', 204, ({ account }) => account.delete(v1))],
};
