import { notBuilt, partly, type Rules } from '../rule.js';

/** Worker pools. */
export const workerPools: Rules = {
  R180: { says: 'A create makes the pool `default`, or one of the name asked for, with workerNum workers in its zone; gateway clusters have two pools.', from: ['PLAN18', 'TF'], decided: partly('Gateway clusters are refused.') },
  R181: { says: 'The id of a pool is that of its cluster, a hyphen and seven hex digits.', from: ['SAMPLE'] },
  R182: { says: 'A pool shows size, flavor, labels, operating system, state and balance, and its zones with VLANs and numbers of workers.', from: ['SDK', 'SAMPLE'] },
  R183: { says: 'Each pool carries its id as a label, and labels of the system are out of bounds.', from: ['SAMPLE', 'SDK'] },
  R184: { says: 'A pool has no workers before it has a zone, which its create may already name.', from: ['CLI18', 'SDK'] },
  R185: { says: 'Within a cluster a pool name is given once, else 409 E0d39.', from: ['ISSUES'] },
  R186: { says: 'A pool may have the size 0 and keeps its zones; with no worker at all the cluster is in warning. Less than 0 or a fraction is refused.', from: ['TF', 'STC26', 'CLI18', 'LIM22'], assumed: 'that 0 is fine on a create too, as documents differ' },
  R187: { says: 'The state in a PATCH says whether a pool is resized, labelled or rebalanced, and every other key is left aside.', from: ['BMX', 'SDK'], assumed: 'the word for rebalancing' },
  R188: { says: 'A balanced pool has its size in each of its zones; a zone that comes brings workers, one that goes takes them along.', from: ['CLU18', 'SDK'] },
  R189: { says: 'All zones of a cluster are in one metro that has several.', from: ['CLI18'] },
  R190: { says: 'A zone without VLANs gets a pair when it is added; with some, and none named, it is as on a create.', from: ['CLI18', 'ADD26'] },
  R191: { says: 'Other VLANs for a zone of a pool are for workers to come.', from: ['CLI18'] },
  R192: { says: 'A pool takes its workers along; any pool can go but the last, and the last worker can go too.', from: ['CLI18', 'TF', 'LIM22', 'STC26'] },
  R193: { says: 'Labels and taints of a pool are on all of its nodes.', from: ['SDK', 'TF'], decided: partly('Pools show them. There are no nodes to carry them.') },
  R194: { says: 'A pool is balanced when each zone has as many workers as its size says.', from: ['SAMPLE', 'SDK'] },
  R195: { says: 'A pool that shrinks gives up workers in bad states first, then unhealthy ones, then older versions, then older ids.', from: ['UPD23'] },
  R196: { says: 'A region holds 500 workers.', from: ['LIM22'] },
};

/** Workers. */
export const workers: Rules = {
  R200: { says: 'Worker ids of 2018 held zone and cluster and counted up.', from: ['CLU18', 'SAMPLE'] },
  R201: { says: 'A worker id holds the id and the name of its cluster and the name of its pool, both shortened, and eight hex digits that grow.', from: ['SAMPLE', 'CRE26', 'TF'], assumed: 'how names are shortened, by examples' },
  R202: { says: 'A worker shows its state, versions, place, pool, addresses and VLANs, and what is going on with it.', from: ['SAMPLE', 'SDK'] },
  R203: { says: 'Worker states are provision_pending, provisioning, provisioned, deploying, deployed, normal, warning, critical, unknown, reload_pending, reloading, the failed ones of each step, deleting and deleted.', from: ['STW22', 'UPD23', 'TF', 'SDK', 'USERS'], decided: partly('warning and unknown do not occur.') },
  R204: { says: 'A worker waits for the master, is provisioned and deployed, and ends as normal and Ready.', from: ['STW22', 'USERS'] },
  R205: { says: 'For clients a worker is ready when it is normal, its status Ready and no update pending.', from: ['TF'] },
  R206: { says: 'A worker can be rebooted, reloaded and updated by several words, and force does not wait for a master that is away.', from: ['SDK', 'TF'], assumed: 'some of the words' },
  R207: { says: 'A reboot takes minutes at most and leaves the state as it is.', from: ['CLI18', 'SDK'] },
  R208: { says: 'A reload goes through the deployment again, with the same id and addresses and the newest patch of the minor.', from: ['CLI18', 'LIM22'] },
  R209: { says: 'An update is a reload with the minor of the master.', from: ['CLI18'] },
  R210: { says: 'A replaced worker is deleted, and another with its own id and addresses comes to the same pool and zone.', from: ['SDK', 'SUB26'] },
  R211: { says: 'A removed worker leaves its pool unbalanced at the same size; rebalancing brings another.', from: ['CLI18', 'SDK'] },
  R212: { says: 'Deleted workers are listed on demand, with the reason.', from: ['CLI18', 'SDK'] },
  R213: { says: 'Nothing can be done to a worker that is deleting.', from: ['STW22'] },
  R214: { says: 'Workers outside of pools were for clusters older than pools, and are refused.', from: ['CLU18', 'SDK'] },
  R215: { says: 'The node of a worker is named by its private address.', from: ['CLI18'], decided: notBuilt('There is no Kubernetes API that could list nodes.') },
  R216: { says: 'Trusted Compute is for bare metal without GPU, and stays on once it is.', from: ['CLU18'], decided: notBuilt('Every worker shows `unsupported`; no call of the API switches it on.') },
  R217: { says: 'Why provisioning failed is told on the worker, never on the call.', from: ['WORK21'] },
  R218: { says: 'A worker runs 110 pods, and with many cores up to 250.', from: ['LIM22'], decided: notBuilt('Nothing runs in a cluster, so nothing is counted.') },
};
