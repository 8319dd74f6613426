import type { Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { type Alb, albsOf, pairOf } from '../networking/support.js';

export interface ErrorBody {
  readonly code: string;
  readonly description: string;
}

/** A cluster whose ALBs are up: public subnet 169.48.0.16/29 (.18 to .22), private subnet 10.184.0.64/29 (.66 to .70). */
export async function readyCluster(emulator: Emulator, settings: Readonly<Record<string, unknown>> = {}) {
  const account = await emulator.account({ speed: 'instant', ...settings });
  const cluster = await account.createCluster({ workerNum: 1 });
  await account.settle();
  const pair = await pairOf(account);
  return {
    account,
    cluster,
    publicVlan: pair.public.id,
    privateVlan: pair.private.id,
    publicAlb: `public-cr${cluster}-alb1`,
    privateAlb: `private-cr${cluster}-alb1`,
  };
}

export const enable = (account: TestAccount, albID: string, more: Readonly<Record<string, unknown>> = {}) =>
  account.post<ErrorBody>('/v1/alb/albs', { albID, enable: true, ...more });

export const disable = (account: TestAccount, albID: string, query = '') => account.delete<ErrorBody>(`/v1/alb/albs/${albID}${query}`);

export const albOf = async (account: TestAccount, albID: string): Promise<Alb & { readonly albBuild: string; readonly disableDeployment: boolean }> =>
  (await account.get<Alb & { albBuild: string; disableDeployment: boolean }>(`/v1/alb/albs/${albID}`)).body;

/** What a test can create an ALB with. */
export const create = (account: TestAccount, cluster: string, body: Readonly<Record<string, unknown>>, zone = 'dal10') =>
  account.post<{ alb: string; cluster: string } & ErrorBody>(`/v1/alb/clusters/${cluster}/zone/${zone}`, { zone, ...body });

/** Which ALB has which address: `public-…-alb1` as `public 1`. */
export async function addressesOf(account: TestAccount, cluster: string): Promise<Record<string, string>> {
  const albs = await albsOf(account, cluster);
  return Object.fromEntries(
    albs.filter(({ enable: enabled }) => enabled).map(({ albID, albip }) => [albID.replace(/-cr\w+-alb/, ' '), albip]),
  );
}

/** The builds that there are, as answers write them. */
export const BUILDS = { newest: '1.12.1_5237_iks', middle: '1.12.0_5214_iks', oldest: '1.11.5_5196_iks' } as const;

export const policyOf = async (account: TestAccount, cluster: string) => (await account.get(`/v1/alb/clusters/${cluster}/updatepolicy`)).body;
export const setPolicy = (account: TestAccount, cluster: string, body: unknown) =>
  account.put<ErrorBody>(`/v1/alb/clusters/${cluster}/updatepolicy`, body);
export const update = (account: TestAccount, cluster: string) => account.put<ErrorBody>(`/v1/alb/clusters/${cluster}/update`);
export const rollBack = (account: TestAccount, cluster: string) => account.put<ErrorBody>(`/v1/alb/clusters/${cluster}/updaterollback`);
export const buildOf = async (account: TestAccount, alb: string): Promise<string> => (await albOf(account, alb)).albBuild;

/** Auto update is off, and there is an enabled ALB of the oldest build beside the newest one. */
export async function clusterWithOldAlb(emulator: Emulator) {
  const ready = await readyCluster(emulator);
  const { account, cluster, publicVlan } = ready;
  await setPolicy(account, cluster, { autoUpdate: false });
  const { body } = await create(account, cluster, { type: 'public', vlanID: publicVlan, enableByDefault: true, ingressImage: BUILDS.oldest });
  return { ...ready, old: body.alb };
}
