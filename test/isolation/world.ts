import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';

/** One account with every kind of object in it, and what they are called. */
export interface World {
  readonly account: TestAccount;
  readonly cluster: { readonly id: string; readonly name: string; readonly crn: string };
  readonly pool: { readonly id: string; readonly name: string };
  readonly worker: string;
  readonly publicAlb: string;
  readonly publicVlan: string;
  readonly privateVlan: string;
  readonly portableSubnet: string;
  readonly userSubnet: string;
  readonly resourceGroup: { readonly id: string; readonly name: string };
  readonly tag: string;
  readonly iamId: string;
}

/** The zone that only the first account has anything in, and one that no account has. */
export const FOREIGN_ZONE = 'dal12';
export const UNKNOWN_ZONE = 'dal13';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A new account with everything in it, whose ids are numbered from `sequence` on. */
export async function populate(emulator: Emulator, { label, zones, sequence }: { label: string; zones: readonly string[]; sequence: number }): Promise<World> {
  const account = await emulator.account({ speed: 'instant' });
  // Every account counts from one, so two accounts have equal VLAN and subnet ids unless they count apart.
  await emulator.database.query('UPDATE accounts SET sequence = $2 WHERE id = $1', [account.id, sequence]);
  return fill(emulator, account, { label, zones });
}

/** Puts everything into an empty account without durations; `label` is in all the names that are given. */
export async function fill(emulator: Emulator, account: TestAccount, { label, zones, masterVersion }: { label: string; zones: readonly string[]; masterVersion?: string }): Promise<World> {
  const made = async <Body>(answer: Promise<{ status: number; body: Body; text: string }>): Promise<Body> => {
    const { status, body, text } = await answer;
    if (status >= 300) throw new Error(`${status} ${text}`);
    return body;
  };
  const name = `${label}-shop`;
  const id = await account.createCluster({ name, masterVersion });
  await made(account.post(`/v1/clusters/${id}/workerpools`, { name: `${label}-pool`, machineType: 'b3c.4x16', sizePerZone: 1, zones: zones.map((zone) => ({ id: zone })) }));
  await account.settle();
  const vlans = await made(account.get<{ id: string; type: 'public' | 'private' }[]>('/v1/datacenters/dal10/vlans'));
  const vlanOf = (type: string): string => vlans.find((vlan) => vlan.type === type)?.id ?? '';
  const { crn } = await made(account.get<{ crn: string }>(`/v1/clusters/${id}`));
  const pools = await made(account.get<Named[]>(`/v1/clusters/${id}/workerpools`));
  const [worker] = await made(account.get<{ id: string }[]>(`/v1/clusters/${id}/workers?pool=${label}-pool`));
  const { alb: albs } = await made(account.get<{ alb: { albID: string; albType: string }[] }>(`/v1/alb/clusters/${id}`));
  const subnets = await made(account.get<{ id: string; type: string; properties: { bound_cluster?: string } }[]>('/v1/subnets'));

  await made(account.post(`/v1/clusters/${id}/usersubnets`, { cidr: '10.91.40.0/24', vlan_id: vlanOf('private') }));
  const [managed] = await made(account.get<{ subnets: { id: string }[] }[]>(`/v1/clusters/${id}/usersubnets`));
  await made(account.post(`/v1/clusters/${id}/webhooks`, { level: 'Warning', type: 'slack', url: `https://hooks.example.com/${label}` }));
  await made(account.put(`/v1/clusters/${id}/apiserverconfigs/auditwebhook`, { auditServer: `https://audit.example.com/${label}` }));
  await made(account.patch(`/v1/clusters/${id}/addons`, { addons: [{ name: 'istio' }], enable: true }));
  await made(account.post('/v1/credentials', undefined, { 'x-auth-softlayer-username': `${label}-softlayer`, 'x-auth-softlayer-apikey': 'a-key' }));
  await made(account.get(`/v1/clusters/${id}/config?format=json`));
  const resourceGroup = await made(account.post<{ id: string }>('/v2/resource_groups', { name: `${label}-group` }));
  const tag = `${label}:tag`;
  await made(account.post('/v3/tags/attach', { resources: [{ resource_id: crn }], tag_names: [tag] }));
  await made(account.post('/v3/tags?tag_type=access', { tag_names: [`${label}:access`] }));
  await made(emulator.call({ method: 'POST', url: `/_emulator/accounts/${account.id}/api-keys`, body: { user: { email: `${label}@example.com`, name: `${label} user` } } }));
  await account.settle();
  const { iam_id: iamId } = JSON.parse(Buffer.from(account.token.split('.')[1] ?? '', 'base64url').toString()) as { iam_id: string };

  return {
    account,
    cluster: { id, name, crn },
    pool: { id: pools.find((pool) => pool.name === `${label}-pool`)?.id ?? '', name: `${label}-pool` },
    worker: worker?.id ?? '',
    publicAlb: albs.find(({ albType }) => albType === 'public')?.albID ?? '',
    publicVlan: vlanOf('public'),
    privateVlan: vlanOf('private'),
    portableSubnet: subnets.find(({ properties }) => properties.bound_cluster === id)?.id ?? '',
    userSubnet: managed?.subnets[0]?.id ?? '',
    resourceGroup: { id: resourceGroup.id, name: `${label}-group` },
    tag,
    iamId,
  };
}

/** The rows of an account in every table, and the account's own row; not its journal, which says what its callers did. */
export async function rowsOf({ database }: Emulator, accountId: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await database.query<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'account_id' AND table_name <> 'journal_entries' ORDER BY table_name`);
  const account = await database.query('SELECT accounts::text AS row FROM accounts WHERE id = $1', [accountId]);
  const rows: Record<string, readonly unknown[]> = { accounts: account.rows };
  for (const { name } of tables.rows) {
    rows[name] = (await database.query(`SELECT t::text AS row FROM "${name}" t WHERE account_id = $1 ORDER BY 1`, [accountId])).rows;
  }
  return rows;
}
