/** The parts of cluster answers that tests look at. */
export interface ClusterBody {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly region: string;
  readonly dataCenter: string;
  readonly createdDate: string;
  readonly crn: string;
  readonly resourceGroup: string;
  readonly resourceGroupName: string;
  readonly masterKubeVersion: string;
  readonly masterStatus: string;
  readonly masterState: string;
  readonly masterHealth: string;
  readonly serverURL: string;
  readonly masterURL: string;
  readonly etcdPort: string;
  readonly ingressHostname: string;
  readonly ingressSecretName: string;
  readonly publicServiceEndpointURL: string;
  readonly privateServiceEndpointURL: string;
  readonly type: string;
}

export interface PoolBody {
  readonly id: string;
  readonly name: string;
  readonly machineType: string;
  readonly isolation: string;
  readonly sizePerZone: number;
}

export interface WorkerBody {
  readonly id: string;
  readonly state: string;
  readonly machineType: string;
  readonly isolation: string;
}

export interface ErrorBody {
  readonly incidentID: string;
  readonly code: string;
  readonly description: string;
  readonly type: string;
}
