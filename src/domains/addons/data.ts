import type { ClusterType } from '../../generated/prisma/enums.js';

/** The versions of a platform from the first up to, and without, the second. */
export type VersionRange = readonly [from: string, below: string];

/** One version of an add-on and the clusters it is for; a platform without a range cannot run it. */
export interface AddonRow extends Readonly<Partial<Record<ClusterType, VersionRange>>> {
  readonly name: string;
  readonly version: string;
  /** The infrastructure it is bound to, where it is bound to one. */
  readonly provider?: 'vpc-gen2';
}

/** The add-ons as published in May 2024; none of them is deprecated, needs VLAN spanning or another add-on. */
export const addonRows: readonly AddonRow[] = [
  { name: 'alb-oauth-proxy', version: '2.0.0', kubernetes: ['1.19.0', '1.31.0'] },
  { name: 'cluster-autoscaler', version: '1.0.9', kubernetes: ['1.23.0', '1.28.0'], openshift: ['4.8.0', '4.15.0'] },
  { name: 'cluster-autoscaler', version: '1.1.0', kubernetes: ['1.20.0', '1.24.0'], openshift: ['4.6.0', '4.13.0'] },
  { name: 'cluster-autoscaler', version: '1.2.0', kubernetes: ['1.24.0', '1.29.0'], openshift: ['4.10.0', '4.16.0'] },
  { name: 'cluster-autoscaler', version: '1.2.1', kubernetes: ['1.26.0', '1.30.0'], openshift: ['4.10.0', '4.16.0'] },
  { name: 'csutil', version: '1.0.0', kubernetes: ['1.20.0', '1.30.0'], openshift: ['4.6.0', '4.16.0'] },
  { name: 'csutil-experimental', version: '1.0.0', kubernetes: ['1.20.0', '1.30.0'], openshift: ['4.6.0', '4.16.0'] },
  { name: 'debug-tool', version: '2.0.0', kubernetes: ['1.23.0', '1.31.0'], openshift: ['4.11.0', '4.16.0'] },
  { name: 'image-key-synchronizer', version: '1.0.0', openshift: ['4.4.0', '4.16.0'] },
  { name: 'istio', version: '1.20', kubernetes: ['1.25.0', '1.30.0'] },
  { name: 'istio', version: '1.21', kubernetes: ['1.27.0', '1.30.0'] },
  { name: 'openshift-data-foundation', version: '4.12.0', openshift: ['4.12.0', '4.14.0'] },
  { name: 'openshift-data-foundation', version: '4.13.0', openshift: ['4.13.0', '4.15.0'] },
  { name: 'openshift-data-foundation', version: '4.14.0', openshift: ['4.14.0', '4.16.0'] },
  { name: 'openshift-data-foundation', version: '4.15.0', openshift: ['4.15.0', '4.16.0'] },
  { name: 'static-route', version: '1.0.0', kubernetes: ['1.23.0', '1.31.0'], openshift: ['4.11.0', '4.16.0'] },
  { name: 'vpc-block-csi-driver', version: '5.1', kubernetes: ['1.22.0', '1.30.0'], openshift: ['4.9.0', '4.16.0'], provider: 'vpc-gen2' },
  { name: 'vpc-block-csi-driver', version: '5.2', kubernetes: ['1.25.0', '1.30.0'], openshift: ['4.10.0', '4.16.0'], provider: 'vpc-gen2' },
  { name: 'vpc-file-csi-driver', version: '1.2', kubernetes: ['1.24.0', '1.31.0'], openshift: ['4.10.0', '4.16.0'], provider: 'vpc-gen2' },
];
