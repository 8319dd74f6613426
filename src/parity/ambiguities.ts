import type { OperationId } from '../operations/catalogue.js';

/** Where IBM's own clients disagree on what an operation takes or answers, and which operations that concerns. */
interface Ambiguity {
  readonly says: string;
  readonly operations: readonly OperationId[];
}

/** By id, in the order of their numbers. */
export const ambiguities: Readonly<Record<`A${number}`, Ambiguity>> = {
  A1: { says: 'The ALBs of a cluster: a bare list, or an object that holds it.', operations: ['getClusterALBs'] },
  A2: { says: 'The builds of ALBs: a list of texts, or an object.', operations: ['getSupportedImages'] },
  A3: { says: 'The pools of one provider: a list, or one object.', operations: ['classicGetWorkerPools', 'vpcGetWorkerPools'] },
  A4: { says: 'The versions: a list, or a map of lists by platform.', operations: ['v2GetVersions'] },
  A5: { says: 'A classic cluster of v2: one object, or a list of one.', operations: ['classicGetCluster'] },
  A6: { says: 'The VLANs of v2: one object, or the list of v1.', operations: ['getVLANs'] },
  A7: {
    says: 'How the VLANs of a zone of a pool are spelt.',
    operations: ['getWorkerPools', 'createWorkerPool', 'getWorkerPool1', 'addWorkerPoolZone', 'addWorkerPoolZoneNetwork'],
  },
  A8: { says: 'A cluster of v2 that is asked for with the names of v1.', operations: ['getCluster'] },
  A9: { says: 'Ingress secrets of v1: a list, or one secret.', operations: ['viewClusterALBSecrets'] },
  A10: { says: 'The subnets of an account: of VPC or of classic VLANs, by `datacenters` or by `location`.', operations: ['listSubnets'] },
  A11: { says: 'The body that binds a service: a text of JSON, or an object.', operations: ['bindServiceToNamespace'] },
  A12: { says: 'Answers that one client reads as a text and the other as an object.', operations: ['vpcReplaceWorker', 'deleteAttachment'] },
  A13: { says: 'An ALB that was enabled: no body, or one that can be read.', operations: ['enableALB'] },
  A14: { says: 'Keys of requests that begin with a capital letter.', operations: ['createCluster', 'addClusterWebhooks'] },
  A15: { says: 'A user-managed subnet that is added without a body.', operations: ['addClusterUserSubnet'] },
  A16: { says: 'Fields of VPC requests that the generated client does not know.', operations: ['vpcCreateCluster', 'vpcCreateWorkerPool', 'vpcCreateWorkerPoolZone'] },
  A17: { says: 'Subdomains of load balancers: flat, or below a key.', operations: ['getNlbDNSList', 'getSatLocationNlbDNSList'] },
  A18: { says: 'The zones of VPC: flat, or a list of lists.', operations: ['vpcGetZones'] },
  A19: {
    says: 'Kubeconfigs as zip, JSON or YAML, and the layout of the zip.',
    operations: ['getClusterConfig', 'getClusterConfigAdmin', 'applyRBACAndGetKubeconfig', 'getKubeconfig'],
  },
  A20: { says: 'The reload of a worker: an action, or a mutation of GraphQL.', operations: ['updateClusterWorker', 'graphql'] },
  A21: { says: 'Fields of classic clusters in the ALBs of v2.', operations: ['v2GetClusterALB', 'v2GetClusterALBs'] },
  A22: { says: 'The options of an add-on, and the body of a change that has nothing to tell.', operations: ['getAddons', 'getClusterAddons', 'manageClusterAddons'] },
  A23: {
    says: 'Reads of storage that answer 201.',
    operations: [
      'getAssignedStorageConfigs',
      'getAssignment',
      'getAssignmentByName',
      'getAssignments',
      'getAssignmentsByConfig',
      'getAvailableStorageClasses',
      'getStorageConfiguration',
      'getStorageConfigurations',
      'getStorageTemplate',
      'getStorageTemplates',
      'removeAssignment',
      'removeStorageConfiguration',
      'updateAssignment',
      'updateAssignmentVersion',
    ],
  },
  A24: {
    says: 'The classic network of a worker of v2.',
    operations: ['classicGetWorker', 'classicGetWorkers', 'getWorker', 'getWorkers1', 'vpcGetWorker', 'vpcGetWorkers'],
  },
};
