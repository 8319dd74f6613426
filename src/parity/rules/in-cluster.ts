import { notBuilt, partly, type Rules } from '../rule.js';

const noServices = notBuilt('There is no Kubernetes API, so there are no services that could take addresses.');
const noSubdomains = notBuilt('The operations of NLB DNS are not built.');
const noPods = notBuilt('Nothing runs in a cluster: there are no nodes, pods or traffic.');

/** Load balancers, node ports and their host names. */
export const loadBalancers: Rules = {
  R260: { says: 'Node ports are 30000 to 32767, on every address of every worker.', from: ['NODE26'], decided: noServices },
  R261: { says: 'A load balancer service takes a portable address, public where any node is.', from: ['LB18', 'CCM'], decided: noServices },
  R262: { says: 'Annotations of a service choose side, zone, VLAN, kind and scheduler; some exclude each other.', from: ['CCM', 'DNS26'], decided: noServices },
  R263: { says: 'A service can ask for a certain free portable address, and not for another one later.', from: ['SUB18', 'CCM'], decided: noServices },
  R264: { says: 'When no portable address is free, an event says so and asks for another subnet.', from: ['CCM'], decided: noServices },
  R265: { says: 'Addresses are of use on VLANs with nodes alone.', from: ['CCM'], decided: noServices },
  R266: { says: 'Version 2.0 of the load balancer needs local traffic, and no service changes from 1.0 to it.', from: ['CCM', 'LIM22'], decided: noServices },
  R267: { says: 'Load balancers take neither SCTP nor TCP and UDP mixed.', from: ['LIM22'], decided: noServices },
  R268: { says: 'Public addresses of load balancers can be registered under further subdomains, up to 128 of a cluster.', from: ['DNS26', 'SDK'], decided: noSubdomains },
  R269: { says: 'A subdomain stays when its last address goes.', from: ['DNS26'], decided: noSubdomains },
  R270: { says: 'A subdomain can be watched by HTTP, HTTPS or TCP, once a minute to once in five.', from: ['DNS26'], decided: noSubdomains },
  R271: { says: 'Pods leave the cluster with the address of their worker.', from: ['OVER18'], decided: noPods },
  R272: { says: 'A VPN gateway runs in the cluster behind a portable address; appliances must be told of new subnets.', from: ['OVER18', 'SUB26'], decided: noPods },
};

/** The network of pods. */
export const podNetwork: Rules = {
  R280: { says: 'Calico carries the traffic of pods, in tunnels between subnets alone, and hides their range.', from: ['OVER18'], decided: noPods },
  R281: { says: 'Nodes take pod addresses in blocks of 64, as they need them.', from: ['CNT21'], decided: noPods },
  R282: { says: 'Calico kept its data in etcd in 2018, and in the API server from 1.19 on.', from: ['CNT21'], decided: partly('The Calico file of a kubeconfig points to the API server, and a cluster shows an etcdPort. No Calico runs.') },
  R283: { says: 'Policies for hosts open node ports, ICMP, VRRP and system management, and come again with a refresh.', from: ['POL22'], decided: noPods },
  R284: { says: 'From outside nothing comes in but by those policies; everything may go out.', from: ['OVER18'], decided: noPods },
  R285: { says: 'Network, proxy and DNS pods are in kube-system, load balancers in ibm-system.', from: ['OVER18'], decided: noPods },
  R286: { says: 'From 1.29 on Calico has an operator and namespaces of its own; 1.30 waits until it has moved there.', from: ['VER24'], decided: noPods },
};
