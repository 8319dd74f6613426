import type { AddonAction } from '../../domains/addons/lifecycle.js';
import type { AlbAction } from '../../domains/albs/lifecycle.js';
import type { ClusterAction } from '../../domains/clusters/lifecycle.js';
import type { WorkerAction } from '../../domains/workers/lifecycle.js';
import type { OperationId } from '../../operations/catalogue.js';

/** The operations by which callers take each action of the lifecycle tables. */
export const clusterOperations: Readonly<Record<ClusterAction, readonly OperationId[]>> = {
  delete: ['removeCluster'],
  'operate master': [
    'updateCluster',
    'v2UpdateMaster',
    'handleMasterAPIServer',
    'vpcRefreshMaster',
    'v2EnablePrivateServiceEndpoint',
    'v2EnablePublicServiceEndpoint',
    'v2DisablePublicServiceEndpoint',
    'createKMSConfig',
    'kmsEnableCluster',
  ],
  'change workers': [
    'updateClusterWorker',
    'replaceWorker',
    'removeClusterWorker',
    'v2RemoveWorker',
    'createWorkerPool',
    'patchWorkerPool',
    'v2ResizeWorkerPool',
    'v2SetWorkerPoolLabels',
    'v2SetWorkerPoolTaints',
    'setWorkerPoolOperatingSystem',
    'rebalanceWorkerPool',
    'addWorkerPoolZone',
    'addWorkerPoolZoneNetwork',
    'removeWorkerPoolZone',
    'removeWorkerPoolZone1',
    'removeWorkerPool',
    'removeWorkerPool1',
  ],
  'restart workers by force': ['updateClusterWorker'],
  'change network': [
    'createClusterSubnet',
    'addClusterSubnet',
    'detachClusterSubnet',
    'addClusterUserSubnet',
    'removeClusterUserSubnet',
    'createALB',
    'enableALB',
    'disableALB',
    'updateALBs',
    'rollbackUpdate',
  ],
  configure: [
    'autoUpdateMaster',
    'v2EnableImageSecurity',
    'v2DisableImageSecurity',
    'changeUpdatePolicy',
    'addClusterWebhooks',
    'updateAuditWebhook',
    'deleteAuditWebhook',
  ],
  'use API server': [
    'v2EnablePullSecret',
    'manageClusterAddons',
    'getClusterConfig',
    'getClusterConfigAdmin',
    'getKubeconfig',
    'applyRBACAndGetKubeconfig',
  ],
};

export const workerOperations: Readonly<Record<WorkerAction, readonly OperationId[]>> = {
  reboot: ['updateClusterWorker'],
  reload: ['updateClusterWorker'],
  update: ['updateClusterWorker'],
  replace: ['replaceWorker'],
  remove: ['removeClusterWorker', 'v2RemoveWorker'],
};

export const albOperations: Readonly<Record<AlbAction, readonly OperationId[]>> = {
  enable: ['enableALB'],
  disable: ['disableALB', 'enableALB'],
  'change build': ['updateALBs'],
};

export const addonOperations: Readonly<Record<AddonAction, readonly OperationId[]>> = {
  enable: ['manageClusterAddons'],
  update: ['manageClusterAddons'],
  disable: ['manageClusterAddons'],
};
