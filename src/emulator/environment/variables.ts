/** The clients that variables lead to the emulator, as `docs/clients.md` calls them. */
export const clients = ['terraform', 'bluemix-go', 'container-services-go-sdk', 'ibm-cloud-sdk-core', 'curl'] as const;

export type Client = (typeof clients)[number];

/** Where a client is to go, and as whom. */
export interface Target {
  /** Such as `http://127.0.0.1:4570`. */
  readonly origin: string;
  readonly apiKey: string;
}

/** Names and values. */
export type Environment = Readonly<Record<string, string>>;

interface Variable {
  readonly name: string;
  readonly value: (target: Target) => string;
  readonly clients: readonly Client[];
}

const root = ({ origin }: Target): string => origin;
const containers = ({ origin }: Target): string => `${origin}/global`;
const infrastructure = ({ origin }: Target): string => `${origin}/v1`;
const key = ({ apiKey }: Target): string => apiKey;
const fixed = (text: string) => (): string => text;

/** Endpoints that the Terraform provider and bluemix-go both know, by what is between `IBMCLOUD_` and `_ENDPOINT`. */
const SHARED = [
  'ACCOUNT_MANAGEMENT_API',
  'CERTIFICATE_MANAGER_API',
  'CIS_API',
  'CR_API',
  'FUNCTIONS_API',
  'HPCS_API',
  'IAMPAP_API',
  'ICD_API',
  'MCCP_API',
  'RESOURCE_CATALOG_API',
  'RESOURCE_CONTROLLER_API',
  'SCHEMATICS_API',
  'UAA',
  'USER_MANAGEMENT',
];

const BLUEMIX_GO_ALONE = ['CF_API', 'CSE', 'SAT_API'];

const TERRAFORM_ALONE = [
  'API_GATEWAY',
  'APPID_MANAGEMENT_API',
  'ATRACKER_API',
  'CATALOG_MANAGEMENT_API',
  'CLOUD_SHELL_API',
  'COMPLIANCE_API',
  'CONTEXT_BASED_RESTRICTIONS',
  'COS_CONFIG',
  'DL_API',
  'DL_PROVIDER_API',
  'ENTERPRISE_API',
  'HPCS_TKE',
  'KP_API',
  'PRIVATE_DNS_API',
  'PROJECT_API',
  'PUSH_API',
  'SATELLITE_LINK_API',
  'SECRETS_MANAGER_API',
  'TG_API',
];

/** Services by the names under which IBM's SDKs read their settings, and where each is served. */
const sdkServices: readonly (readonly [name: string, url: Variable['value'], clients: readonly Client[]])[] = [
  ['KUBERNETES_SERVICE_API', containers, ['container-services-go-sdk', 'ibm-cloud-sdk-core']],
  ['SATELLITE_LINK', root, ['container-services-go-sdk']],
  ['GLOBAL_SEARCH', root, ['ibm-cloud-sdk-core']],
  ['GLOBAL_TAGGING', root, ['ibm-cloud-sdk-core']],
  ['IAM_IDENTITY', root, ['ibm-cloud-sdk-core']],
  ['RESOURCE_CONTROLLER', root, ['ibm-cloud-sdk-core']],
  ['RESOURCE_MANAGER', root, ['ibm-cloud-sdk-core']],
  ['USER_MANAGEMENT', root, ['ibm-cloud-sdk-core']],
];

const endpoint = (name: string, value: Variable['value'], of: readonly Client[]): Variable => ({ name: `IBMCLOUD_${name}_ENDPOINT`, value, clients: of });

const both: readonly Client[] = ['terraform', 'bluemix-go'];

/**
 * Every variable that leads a client to this emulator. Services that are not here are listed too: what a client
 * asks of them is refused here instead of being done in the real cloud.
 */
const variables: readonly Variable[] = [
  endpoint('IAM_API', root, [...both, 'curl']),
  endpoint('CS_API', containers, [...both, 'curl']),
  endpoint('SATELLITE_API', containers, ['terraform']),
  endpoint('RESOURCE_MANAGEMENT_API', root, [...both, 'curl']),
  endpoint('GS_API', root, [...both, 'curl']),
  endpoint('GT_API', root, [...both, 'curl']),
  endpoint('IS_NG_API', infrastructure, ['terraform']),
  ...SHARED.map((name) => endpoint(name, root, both)),
  ...BLUEMIX_GO_ALONE.map((name) => endpoint(name, root, ['bluemix-go'])),
  ...TERRAFORM_ALONE.map((name) => endpoint(name, root, ['terraform'])),
  // With another visibility the endpoint of IAM is not fully heeded.
  { name: 'IC_VISIBILITY', value: fixed('public'), clients: both },
  ...sdkServices.flatMap(([name, url, of]): Variable[] => [
    { name: `${name}_URL`, value: url, clients: of },
    { name: `${name}_AUTH_TYPE`, value: fixed('iam'), clients: of },
    { name: `${name}_AUTH_URL`, value: root, clients: of },
    { name: `${name}_APIKEY`, value: key, clients: of },
  ]),
  { name: 'IAAS_CLASSIC_ENDPOINT_URL', value: root, clients: ['terraform'] },
  { name: 'IC_API_KEY', value: key, clients: [...both, 'curl'] },
];

/** A key that nobody has to make: like every text it leads to an account of its own. */
export const anyApiKey = 'any-key-you-like';

/** What is to be set for a client, or for all of them. */
export const environmentOf = (target: Target, client?: Client): Environment =>
  Object.fromEntries(
    variables.filter((variable) => client === undefined || variable.clients.includes(client)).map(({ name, value }) => [name, value(target)]),
  );
