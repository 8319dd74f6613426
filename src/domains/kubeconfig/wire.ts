import { stringify } from 'yaml';
import type { z } from 'zod';
import { digest } from '../../core/ids.js';
import { KUBE_CLIENT } from '../identity/facts.js';
import { type TextFile, zip } from './archive.js';
import type { Format, Kubeconfig } from './schemas.js';
import type { ClusterAccess, ClusterUser } from './service.js';

type KubeconfigBody = z.input<typeof Kubeconfig>;

/** What an answer looks like beside what it tells. */
interface Style {
  /** v1 wraps its files in a folder and names them by the zone; v2 lays them flat and names them by the region (A19). */
  readonly version: 'v1' | 'v2';
  readonly format: Format;
  /** With the template of a configuration for calicoctl. */
  readonly network: boolean;
}

/** Where a kubeconfig has what is bulky: in files beside it, or in itself. */
type Placement = 'beside' | 'inside';

const ADMIN_CERTIFICATE = 'admin.pem';
const ADMIN_KEY = 'admin-key.pem';
const CALICO_TEMPLATE = 'calicoctl.cfg.template';

/** The kubeconfig as it is sent: JSON and YAML hold everything, a zip has the certificates as files. */
export function printAccess(access: ClusterAccess, style: Style): { contentType: string; body: Buffer } {
  const { format } = style;
  if (format === 'zip') return { contentType: 'application/zip', body: toArchive(access, style) };
  const kubeconfig = toKubeconfig(access, 'inside', nameFiles(access, style));
  const text = format === 'yaml' ? toYaml(kubeconfig) : JSON.stringify(kubeconfig);
  return { contentType: `application/${format}`, body: Buffer.from(text) };
}

function toArchive(access: ClusterAccess, style: Style): Buffer {
  const { cluster, user, authorityCertificate, grantedAt } = access;
  const names = nameFiles(access, style);
  const files: TextFile[] = [
    { name: names.kubeconfig, text: toYaml(toKubeconfig(access, 'beside', names)) },
    { name: names.authority, text: authorityCertificate },
    ...(user.kind === 'administrator' ? adminFiles(user.client) : []),
    ...(style.network ? [{ name: CALICO_TEMPLATE, text: toCalicoTemplate(names.kubeconfig) }] : []),
  ];
  return zip(files, style.version === 'v1' ? folderOf(cluster.id) : undefined, grantedAt);
}

const adminFiles = ({ certificate, privateKey }: { readonly certificate: string; readonly privateKey: string }): TextFile[] => [
  { name: ADMIN_CERTIFICATE, text: certificate },
  { name: ADMIN_KEY, text: privateKey },
];

interface FileNames {
  readonly kubeconfig: string;
  readonly authority: string;
}

const nameFiles = ({ cluster }: ClusterAccess, { version }: Style): FileNames =>
  version === 'v1'
    ? { kubeconfig: `kube-config-${cluster.zone}-${cluster.name}.yml`, authority: `ca-${cluster.zone}-${cluster.name}.pem` }
    : { kubeconfig: `kube-config-${cluster.region}-${cluster.name}.yaml`, authority: `ca-${cluster.region}-${cluster.name}.pem` };

/** The word and digits by which clients know the folder. */
const folderOf = (clusterId: string): string => `kubeConfig${Number.parseInt(digest(8, 'kubeconfig folder', clusterId), 16)}`;

function toKubeconfig(access: ClusterAccess, placement: Placement, { authority }: FileNames): KubeconfigBody {
  const { cluster, server, authorityCertificate, user } = access;
  const name = `${cluster.name}/${cluster.id}`;
  const context = user.kind === 'administrator' ? `${name}/admin` : name;
  return {
    apiVersion: 'v1',
    kind: 'Config',
    preferences: {},
    'current-context': context,
    clusters: [
      {
        name,
        cluster: {
          ...(placement === 'beside'
            ? { 'certificate-authority': authority }
            : { 'certificate-authority-data': toBase64(authorityCertificate) }),
          server,
        },
      },
    ],
    contexts: [{ name: context, context: { cluster: name, user: user.name, namespace: 'default' } }],
    users: [{ name: user.name, user: toUser(user, placement) }],
  };
}

function toUser(user: ClusterUser, placement: Placement): KubeconfigBody['users'][number]['user'] {
  if (user.kind === 'iam') {
    const { issuer, idToken, refreshToken } = user;
    const config = {
      'client-id': KUBE_CLIENT.id,
      'client-secret': KUBE_CLIENT.secret,
      'id-token': idToken,
      'idp-issuer-url': issuer,
      'refresh-token': refreshToken,
    };
    return { 'auth-provider': { name: 'oidc', config } };
  }
  if (placement === 'beside') return { 'client-certificate': ADMIN_CERTIFICATE, 'client-key': ADMIN_KEY };
  const { certificate, privateKey } = user.client;
  return { 'client-certificate-data': toBase64(certificate), 'client-key-data': toBase64(privateKey) };
}

/** R282: Calico keeps its data in the cluster's API server. Clients put the folder they unpacked into in place of certDir. */
const toCalicoTemplate = (kubeconfigName: string): string =>
  [
    'apiVersion: projectcalico.org/v3',
    'kind: CalicoAPIConfig',
    'metadata:',
    'spec:',
    '  datastoreType: kubernetes',
    `  kubeconfig: "{{.certDir}}/${kubeconfigName}"`,
    '',
  ].join('\n');

const toYaml = (kubeconfig: KubeconfigBody): string => stringify(kubeconfig, { lineWidth: 0 });
const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
