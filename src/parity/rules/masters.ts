import { notBuilt, onPurpose, partly, type Rules } from '../rule.js';

const NOTHING_RUNS = 'Nothing runs in a cluster: there are no nodes, pods or traffic.';

/** Service endpoints and the address of the master. */
export const endpoints: Rules = {
  R150: { says: 'A master has a public endpoint by default; the private one has `private` as second part of its host.', from: ['SAMPLE', 'ADD26', 'CLU18'] },
  R151: { says: 'The port of a master is one of 30000 to 32767, the same on both endpoints.', from: ['FIRE21', 'SAMPLE'], assumed: 'that both share it, as documents differ' },
  R152: { says: 'The private endpoint needs VRF and service endpoints in the account, and never goes off again.', from: ['CHG26', 'CRE26', 'SDK'] },
  R153: { says: 'The public endpoint goes off only beside a private one, and in accounts that allow it.', from: ['CHG26', 'CRE26'], assumed: 'that it is allowed by default, as documents differ' },
  R154: { says: 'A changed endpoint takes effect with a refresh of the master and an update or reload of the workers.', from: ['CHG26'], decided: onPurpose('It holds at once; the refresh that follows is taken and changes nothing more.') },
  R155: { says: 'Each endpoint can be switched by a call of v2 of its own.', from: ['CHG26', 'SDK'] },
  R156: { says: 'Inside the cluster the master is the first address of the service range, behind a proxy on each worker.', from: ['VER18'], decided: notBuilt(NOTHING_RUNS) },
  R157: { says: 'Masters reach their workers by OpenVPN in 2018 and by konnectivity today.', from: ['OVER18', 'NET24'], decided: notBuilt(NOTHING_RUNS) },
  R158: { says: 'With both endpoints on, workers speak to the master over the private one; older texts share the traffic out.', from: ['NET24', 'CHG26'], decided: notBuilt(NOTHING_RUNS) },
};

/** Versions and updates. */
export const versions: Rules = {
  R160: { says: 'A version is major, minor and patch, an underscore, and a build.', from: ['VER26'] },
  R161: { says: 'Three minors are current and older ones deprecated; flags of the catalogue decide, neither the number of minors nor the calendar.', from: ['VER18', 'VER26'] },
  R162: { says: '1.36 is the default and 1.35 supported, 1.34 and 1.33 are deprecated (2026-09).', from: ['VER18', 'VER26'] },
  R163: { says: 'A master goes up by one minor at most and never down, forced or not; the version that it has is 409 E0120.', from: ['VER18', 'VER26', 'UPD23', 'SDK'], assumed: 'that force does not lift the limit today' },
  R164: { says: 'An update that names no version goes to the default, and is refused where that is too far.', from: ['CLI18', 'STC26'] },
  R165: { says: 'Workers may be two minors behind their master and never ahead of it.', from: ['VER26'] },
  R166: { says: 'An update brings a worker to the minor of the master, a reload to the newest patch of its own.', from: ['CLI18', 'UPD23'] },
  R167: { says: 'IBM applies patches to masters over days, unless the cluster switched that off.', from: ['VER26', 'SDK'], decided: partly('The switch is kept and shown. No patch comes by itself.') },
  R168: { says: 'New workers begin at the minor of the master and its newest worker patch.', from: ['ADD26'] },
  R169: { says: 'An update takes at most a fifth of the workers down at once, or what a map in the cluster says.', from: ['UPD23'], decided: notBuilt('The map is in the cluster, where nothing runs. Each worker that is to be updated begins at once.') },
  R170: { says: 'The end of a version is announced weeks before: 30 days in 2018, 45 now.', from: ['VER18', 'VER26'], decided: notBuilt('Versions are those of the catalogue and do not end by themselves.') },
  R171: { says: 'A cluster two minors behind the oldest supported one can only be deleted.', from: ['VER26'], decided: notBuilt('Every version that a cluster can have is on offer, so none falls behind.') },
  R172: { says: 'Versions are an object of lists by platform; the older call has those of Kubernetes alone.', from: ['SDK', 'BMX'] },
};
