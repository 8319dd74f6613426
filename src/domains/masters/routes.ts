import type { Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { clusterInBody, clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams, ClusterRequest } from '../clusters/schemas.js';
import { refusePrivateEndpointOff, setEndpoints } from './endpoints.js';
import { AutoUpdateMaster, HandleMaster, UpdateCluster, UpdateMaster } from './schemas.js';
import { refreshMaster, setAutoUpdate, updateMaster } from './service.js';
import { updateCluster } from './update-cluster.js';

const runs = 'The master is busy for a while; further operations of the master are refused until it is deployed again.';

export const masterRoutes: Routes = ({ change }) => {
  change(
    'updateCluster',
    {
      summary: 'Update the master, or change its service endpoints',
      description: 'While an update runs, `masterKubeVersion` names both versions and the word `pending`.',
      params: ClusterParams,
      body: UpdateCluster,
      errors: [...clusterRefusals, 'alreadyAtVersion'],
    },
    (scope, input) => updateCluster(scope, clusterOf(input), input.body),
  );

  change(
    'handleMasterAPIServer',
    { summary: 'Refresh the master', description: runs, params: ClusterParams, body: HandleMaster, errors: clusterRefusals },
    (scope, input) => refreshMaster(scope, clusterOf(input)),
  );

  change(
    'v2UpdateMaster',
    { summary: 'Update the master (v2)', description: runs, body: UpdateMaster, errors: [...clusterRefusals, 'alreadyAtVersion'] },
    (scope, input) => updateMaster(scope, clusterInBody(input), input.body.version),
  );

  change(
    'vpcRefreshMaster',
    { summary: 'Refresh the master (v2)', description: runs, body: ClusterRequest, errors: clusterRefusals },
    (scope, input) => refreshMaster(scope, clusterInBody(input)),
  );

  change(
    'autoUpdateMaster',
    { summary: 'Let patches be applied to the master, or not', body: AutoUpdateMaster, errors: ['clusterNotFound', 'actionNotAllowed'] },
    (scope, input) => setAutoUpdate(scope, clusterInBody(input), input.body.autoUpdate),
  );

  change(
    'v2EnablePublicServiceEndpoint',
    { summary: 'Enable the public service endpoint', body: ClusterRequest, errors: clusterRefusals },
    (scope, input) => setEndpoints(scope, clusterInBody(input), { publicServiceEndpoint: true }),
  );

  change(
    'v2DisablePublicServiceEndpoint',
    { summary: 'Disable the public service endpoint, while the private one is on', body: ClusterRequest, errors: clusterRefusals },
    (scope, input) => setEndpoints(scope, clusterInBody(input), { publicServiceEndpoint: false }),
  );

  change(
    'v2EnablePrivateServiceEndpoint',
    { summary: 'Enable the private service endpoint, for good', body: ClusterRequest, errors: clusterRefusals },
    (scope, input) => setEndpoints(scope, clusterInBody(input), { privateServiceEndpoint: true }),
  );

  change(
    'v2DisablePrivateServiceEndpoint',
    { summary: 'Refused: a private service endpoint stays on', body: ClusterRequest, errors: clusterRefusals },
    (scope, input) => refusePrivateEndpointOff(scope, clusterInBody(input)),
  );
};
