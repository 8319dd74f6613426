/** Everything that happens to a cluster of two workers in one zone after its create, in order (R53, R121, R204). */
export const createTransitions = [
  'cluster: requested -> deploying',
  'cluster: deploying -> deployed',
  'worker: provision_pending -> provisioning',
  'worker: provision_pending -> provisioning',
  'worker: provisioning -> provisioned',
  'worker: provisioning -> provisioned',
  'worker: provisioned -> deploying',
  'worker: provisioned -> deploying',
  'worker: deploying -> deployed',
  'worker: deploying -> deployed',
  'worker: deployed -> normal',
  'worker: deployed -> normal',
  'zone network: ordering_subnets -> filling_map',
  'zone network: filling_map -> ready',
  'ALB: deploying -> healthy',
  'subdomain: registering -> registered',
];

/** And after its delete: the workers go before the cluster (R142). */
export const deleteTransitions = [
  'worker: deleting -> deleted',
  'worker: deleting -> deleted',
  'cluster: deleting -> deleted',
];
