import { notBuilt, onPurpose, partly, type Rules } from '../rule.js';

/** ALBs of classic clusters. */
export const albs: Rules = {
  R230: { says: 'Each zone with workers and portable subnets has a public ALB that is on and a private one that is off.', from: ['OVER18', 'ING24'] },
  R231: { says: 'An ALB id holds side and cluster and a number that pairs share and that counts up.', from: ['ING18', 'ALB26'] },
  R232: { says: 'An ALB shows its side, state, status, address, zone, VLAN, build and load balancer version.', from: ['SAMPLE', 'SDK'] },
  R233: { says: 'A private ALB that is off shows no address and no build; a public one shows the address that it had.', from: ['ALB26', 'SDK'] },
  R234: { says: 'To enable an ALB takes a free address of its side in its zone; the ALB tells which cluster it is of. Again, it changes nothing.', from: ['SDK', 'BMX', 'TF', 'ING18'] },
  R235: { says: 'An ALB can be given an address that the caller names, if it is a free one of its VLAN.', from: ['CLI18', 'SDK'] },
  R236: { says: 'Without a portable subnet on its VLAN an ALB cannot be enabled.', from: ['SUB21', 'ING18'] },
  R237: { says: 'An ALB that is disabled gives its address back and stays listed; it cannot have the address again while somebody else does.', from: ['SDK'] },
  R238: { says: 'A private-only cluster has private ALBs alone, off at first.', from: ['OVER18', 'NET24'], assumed: 'that no public one is listed' },
  R239: { says: 'A new zone brings subnets and a pair of ALBs; after one of the first zones was left the public one is not made by itself.', from: ['ING18', 'ALB26'] },
  R240: { says: 'When a zone goes, or all workers on a VLAN, the ALBs there lose their addresses.', from: ['ING24'] },
  R241: { says: 'Further ALBs can be made in a zone of the cluster, on a VLAN of the right side, numbered behind all others.', from: ['SDK'], assumed: 'the number' },
  R242: { says: 'ALBs follow the newest build unless automatic updates are off; only then can an older build be named.', from: ['SDK', 'ALB26'] },
  R243: { says: 'A build names nginx, a number and iks; the three newest are on offer.', from: ['ALB26'] },
  R244: { says: 'An ALB runs twice, on different workers where there are two.', from: ['ING18', 'ALB26'], decided: partly('An enabled ALB tells of two instances. Nothing runs, so they are on no worker.') },
  R245: { says: 'There are two types of ALBs, public and private.', from: ['SDK'] },
  R246: { says: 'No ALBs in the list means no portable subnet.', from: ['CLI18'] },
  R247: { says: 'ALB pods are in kube-system; an older text has them in ibm-system.', from: ['OVER18', 'ARCH21', 'SAMPLE'], decided: notBuilt('There are no pods.') },
};

/** The Ingress subdomain and its secret. */
export const subdomains: Rules = {
  R250: { says: 'In 2018 the subdomain was the cluster and its region, and the secret had the name of the cluster.', from: ['ING18', 'CLI18'], decided: onPurpose('Subdomains are of the form that the service gives today (R251).') },
  R251: { says: 'A subdomain is the cluster, a hash of its account, a counter, and the region; the secret is its first label.', from: ['ING24', 'SAMPLE'] },
  R252: { says: 'Up to 26 characters of a name are in the subdomain, of longer ones 24, and less with six of chance where that is taken; what no host name may hold becomes a hyphen.', from: ['ING24', 'DNS26', 'SAMPLE'], assumed: 'what becomes of underscores and periods' },
  R253: { says: 'The subdomain is empty until ALBs have addresses, and leads to the public ones that are on.', from: ['ING24', 'SUBD26'] },
  R254: { says: 'Without a public VLAN or public portable subnet there is no subdomain.', from: ['TF'] },
  R255: { says: 'With ALBs of two kinds, nginx and Traefik, the subdomain takes no new addresses until one kind is off.', from: ['TRF26'], decided: notBuilt('All ALBs are of nginx.') },
};
