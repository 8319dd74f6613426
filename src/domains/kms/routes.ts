import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { clusterRefusals } from '../clusters/actions.js';
import { clusterInBody, clusterOf } from '../clusters/cluster-call.js';
import { ClusterParams } from '../clusters/schemas.js';
import { CreateKmsConfig, EnableKms, KmsInstance, RootKey, RootKeyQuery } from './schemas.js';
import { enableKms, listInstances, listRootKeys } from './service.js';
import { fromCreateKmsConfig, fromEnableKms, toKmsInstance, toRootKey } from './wire.js';

const forGood = 'Can be called again for another key, and cannot be undone. The master is refreshed for it.';

export const kmsRoutes: Routes = ({ read, change }) => {
  change(
    'createKMSConfig',
    { summary: 'Encrypt the secrets of a cluster with a root key', description: forGood, params: ClusterParams, body: CreateKmsConfig, errors: clusterRefusals },
    (scope, input) => enableKms(scope, clusterOf(input), fromCreateKmsConfig(input.body)),
  );

  change(
    'kmsEnableCluster',
    { summary: 'Encrypt the secrets of a cluster with a root key (v2)', description: forGood, body: EnableKms, errors: clusterRefusals },
    (scope, input) => enableKms(scope, clusterInBody(input), fromEnableKms(input.body)),
  );

  read(
    'kmsGetInstances',
    { summary: 'List the key management instances that clusters use', answer: z.array(KmsInstance) },
    async (scope, { headers }) => (await listInstances(scope, headers['x-auth-resource-group'])).map(toKmsInstance),
  );

  read(
    'kmsGetCRKs',
    { summary: 'List the root keys of an instance that clusters use', query: RootKeyQuery, answer: z.array(RootKey) },
    async (scope, { query, headers }) =>
      (await listRootKeys(scope, query.kms_instance, headers['x-auth-resource-group'])).map(toRootKey),
  );
};
