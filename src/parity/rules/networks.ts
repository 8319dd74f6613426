import { onPurpose, partly, type Rules } from '../rule.js';

/** Accounts, zones and VLANs. */
export const vlans: Rules = {
  R1: { says: 'The first standard cluster in a zone without VLANs brings a public and a private one to the account.', from: ['OVER18', 'CRE26'] },
  R2: { says: 'Both VLANs of a pair stand behind routers that share number, letter and zone: bcr01a.dal10 goes with fcr01a.dal10.', from: ['CRE26', 'CLU18'] },
  R3: { says: 'One pair of VLANs serves as many clusters of the zone as there are.', from: ['OVER18'] },
  R4: { says: 'A create that names no VLAN in a zone that has some takes a pair behind matching routers, lowest private id first, and orders what is missing; under `vlanPolicy: require` it is refused with 400 E0020.', from: ['ISSUE75', 'SUB26', 'OVER18', 'CRE26'], assumed: 'which pair is taken, and that reuse is the default where documents disagree' },
  R5: { says: 'A create or a new zone is refused when its two VLANs stand behind routers that do not match.', from: ['CRE26', 'CHG26'], assumed: 'status and code' },
  R6: { says: 'A VLAN that is named must be one of the account, in the zone of the request and of the side it is named for; its number is no substitute for its id.', from: ['WORK21'], assumed: 'that zone and side are checked at once, with 400' },
  R7: { says: 'A request of the wrong form is refused at once, while trouble with the infrastructure shows later, on a worker that ends in provision_failed with a message.', from: ['WORK21'] },
  R8: { says: 'No worker is without a private VLAN; the public one may be left out.', from: ['CLU18'] },
  R9: { says: 'Naming a private VLAN alone makes a private-only cluster, whose workers show an empty public address and VLAN; `privateOnly: true` asks for the same where no VLAN is named.', from: ['CLI18', 'NET24', 'TF'], assumed: 'the key privateOnly' },
  R10: { says: 'A private-only cluster cannot name a public VLAN.', from: ['CRE26'] },
  R11: { says: 'A cluster made with both sides keeps its public one; a private-only pool would have to be made instead.', from: ['NET24'] },
  R12: { says: 'OpenShift does not run on a private VLAN alone.', from: ['NET24'] },
  R13: { says: 'The VLAN list of a zone writes every property as text, numbers and booleans too, except subnet_count.', from: ['SDK'] },
  R14: { says: 'Ids of VLANs have seven digits, VLAN numbers three or four.', from: ['WORK21', 'SDK'] },
  R15: { says: 'The infrastructure names a VLAN by data centre, router and number.', from: ['VLAN24'], decided: partly('VLANs that the service makes have an empty name, as in published answers; router and number stand beside it.') },
  R16: { says: 'The VLAN list holds what the command line prints: id, name, number, type, router, and whether virtual workers can be on it.', from: ['CHG26'] },
  R17: { says: 'VLANs outlive the workers on them, and the service orders at most one of a side behind a router.', from: ['SUB26', 'VLAN24'], assumed: 'that empty VLANs are never taken back' },
  R18: { says: 'VLAN spanning is a switch of the account, off at first, that takes up to a quarter of an hour and has no use with VRF.', from: ['VLAN24', 'SUB26'], decided: partly('A change holds at once, and an account with VRF can be given spanning too: nothing depends on it.') },
  R19: { says: 'Workers in several zones, VLANs or primary subnets reach each other by spanning or VRF alone; the API accepts such clusters all the same.', from: ['SUB26', 'CHG26'], decided: partly('Such clusters are accepted. There is no traffic that could fail to arrive, so no health suffers.') },
  R20: { says: 'A private service endpoint asks for VRF and service endpoints in the account; spanning does not stand in for them.', from: ['NET24', 'CHG26'] },
  R21: { says: 'Whoever may see one region or resource group alone needs viewer on the account to see its VLANs.', from: ['ACC20'], decided: partly('Roles hold over a whole account. None is bound to a region or a resource group.') },
  R22: { says: 'Zones and locations can be listed without any role.', from: ['ACC20'] },
  R23: { says: 'X-Region takes old and modern names of regions, and answers always carry the modern one.', from: ['REG18', 'SAMPLE'] },
};

/** Primary subnets, which hold the addresses of workers. */
export const primarySubnets: Rules = {
  R30: { says: 'A VLAN gets its first primary subnet with its first cluster: a /28 on the public side and a /26 on the private one.', from: ['SUB26'] },
  R31: { says: 'Sizes of primary subnets were written down later than 2018; the first texts speak of 62 private workers and give no public size.', from: ['SUB18', 'SUB26'] },
  R32: { says: 'Clusters on one VLAN share its primary subnets.', from: ['OVER18'] },
  R33: { says: 'A worker has one address from a primary subnet of each of its VLANs.', from: ['OVER18'] },
  R34: { says: 'Network, gateway and broadcast address go to no worker, which leaves 13 in a /28 and 61 in a /26; lower addresses are given first.', from: ['SUB26', 'SUB18', 'SN'], assumed: 'that the lowest free address is next' },
  R35: { says: 'When a VLAN has no free address left, the next worker brings another primary subnet of the same size.', from: ['SUB18', 'SUB26', 'SN'] },
  R36: { says: 'The address of a deleted worker can be given again.', from: [], assumed: 'all of it' },
  R37: { says: 'A worker keeps its addresses when it is rebooted, reloaded or updated; one that replaces it has others.', from: ['SUB26'] },
  R38: { says: 'Nobody can pick or set aside primary addresses.', from: ['SN'] },
  R39: { says: 'Subnets are cut from 10.184.0.0/16 and 169.48.0.0/16 and never overlap within an account.', from: ['SAMPLE'], assumed: 'both ranges' },
};

/** Portable and user-managed subnets. */
export const portableSubnets: Rules = {
  R50: { says: 'A standard cluster has one portable /29 on each of its VLANs in each zone, unless it was made with noSubnet.', from: ['OVER18', 'CLI18'] },
  R51: { says: 'Of the eight addresses of a /29 three are reserved, the lowest usable one is kept for the default ALB of that side, and four are for load balancers.', from: ['OVER18', 'SUBD26', 'WSHOP20'], assumed: 'that the address is kept before a private ALB was ever enabled' },
  R52: { says: 'No two clusters hold the same portable subnet: adding one that is taken is refused with 409.', from: ['OVER18', 'SUB26'] },
  R53: { says: 'Workers become ready, then subnets are ordered, then the map of addresses is filled, then ALBs come, and the subdomain is last.', from: ['SUBD26'] },
  R54: { says: 'A VLAN takes 40 subnets. Beyond that clusters are still made, but no portable subnet comes, and the cluster tells so.', from: ['SUB26', 'LIM22', 'LB21'] },
  R55: { says: 'With noSubnet there is no portable subnet, and no ALB until one is added.', from: ['CLI18'] },
  R56: { says: 'A subnet of the account can be added to a cluster when nobody holds it and workers of the cluster are on its VLAN.', from: ['SUB26'] },
  R57: { says: 'A subnet that is added in a zone without ALBs brings them, with an address on each side that has one.', from: ['SUB18'] },
  R58: { says: 'A further portable subnet of 8, 16, 32 or 64 addresses can be ordered on a VLAN of the cluster, three of which are lost.', from: ['SUB26', 'SDK'], assumed: 'that 8 is the default' },
  R59: { says: 'A subnet that is detached stays in the account; while one of its addresses is in use it cannot be detached. DELETE does the same as PATCH.', from: ['SDK', 'API21', 'SUB26', 'ACC20'] },
  R60: { says: 'A cluster does not see its subnets on a VLAN that none of its workers is on.', from: ['SUB26'] },
  R61: { says: 'User-managed subnets are blocks from /24 to /30 on a private VLAN of the cluster that overlap no other subnet; the address after the network is their gateway.', from: ['SUB18', 'CLI18', 'SDK'] },
  R62: { says: 'Three addresses of any block are lost: a /30 has one to use, a /24 has 253.', from: ['CLI18'] },
  R63: { says: 'What uses an address of a user-managed subnet goes on when the subnet is removed.', from: ['CLI18', 'SDK'] },
  R64: { says: 'The subnets of an account are listed in the form of the classic infrastructure, primary and portable ones, by metro or by data centre.', from: ['BMX', 'TF', 'WSHOP20'], assumed: 'that the cluster of an unbound one is an empty text' },
  R65: { says: 'The list of subnets holds what the command line prints; a primary subnet is bound to no cluster.', from: ['SUB18'] },
  R66: { says: 'A cluster shows its VLANs with their subnets when resources are asked for, and an empty list otherwise.', from: ['SDK', 'SAMPLE'] },
  R67: { says: 'Addresses of deleted or disabled ALBs and of detached subnets can be given again.', from: ['SUB26', 'SDK'] },
  R68: { says: 'Subnets that a cluster ordered go with it, and those that were added to it stay.', from: ['CLU18', 'SUB18', 'SUB26', 'REM26'], decided: onPurpose('The blocks are free for the next order at once. The real service keeps them back, for up to a day in 2018.') },
};
