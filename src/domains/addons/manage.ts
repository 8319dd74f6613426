import { arriveIn, type LifecycleColumns } from '../../core/lifecycle.js';
import { IksError, refuseRequest } from '../../errors/iks-error.js';
import type { Cluster, ClusterAddon } from '../../generated/prisma/client.js';
import type { AddonState } from '../../generated/prisma/enums.js';
import type { AccountTransaction } from '../accounts/scope.js';
import { requireAddonAction, requireAddonHost } from './actions.js';
import { type AddonAction, addonLifecycle } from './lifecycle.js';
import * as repository from './repository.js';
import { chooseChange, chooseVersion, compareVersions } from './rules.js';
import type { ManageAddonsRequest } from './schemas.js';

type WantedAddon = ManageAddonsRequest['addons'][number];
type Write = (scope: AccountTransaction) => Promise<void>;

/** Checks one add-on of a request and answers what is to be written, or undefined when all is so already. */
type Plan = (cluster: Cluster, wanted: WantedAddon, installed: ClusterAddon | undefined) => Write | undefined;

const plans: Readonly<Record<AddonAction, Plan>> = { enable: planEnable, update: planUpdate, disable: planDisable };

/**
 * Enables, updates or disables add-ons of a cluster (R290); what comes of it shows after a while (R291).
 * @throws IksError as {@link requireAddonHost}, {@link chooseChange}, {@link chooseVersion} and
 *   {@link requireAddonAction}; addonNotFound for what is to be changed and not there. Then nothing is written
 */
export async function manageAddons(scope: AccountTransaction, cluster: Cluster, request: ManageAddonsRequest): Promise<void> {
  requireAddonHost(cluster);
  const plan = plans[chooseChange(request.enable, request.update)];
  const names = request.addons.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuseRequest(`addons must name the add-on ${twice} once`);
  const installed = await repository.findAddons(scope, [cluster.id]);
  const writes = request.addons.map((wanted) => plan(cluster, wanted, installed.find(({ name }) => name === wanted.name)));
  for (const write of writes) await write?.(scope);
}

function planEnable(cluster: Cluster, wanted: WantedAddon, installed: ClusterAddon | undefined): Write | undefined {
  if (installed !== undefined) return requireSame(wanted, installed);
  const { name, options = null } = wanted;
  const version = chooseVersion(name, wanted.version, cluster);
  return (scope) =>
    repository.insertAddon(scope, {
      id: scope.ids.hex(32),
      clusterId: cluster.id,
      name,
      version,
      options,
      createdAt: scope.now,
      ...move(scope, 'enabling'),
    });
}

/** To enable what is enabled changes nothing, as long as nothing else is asked for. */
function requireSame({ name, version, options }: WantedAddon, installed: ClusterAddon): undefined {
  requireAddonAction(installed, 'enable');
  const isSame = (version ?? installed.version) === installed.version && (options ?? installed.options) === installed.options;
  if (isSame) return;
  refuseRequest(`the add-on ${name} is enabled in version ${installed.version}; send update to change it`);
}

function planUpdate(cluster: Cluster, { name, version, options }: WantedAddon, found: ClusterAddon | undefined): Write {
  const installed = requireInstalled(name, found);
  requireAddonAction(installed, 'update');
  const chosen = chooseVersion(name, version, cluster);
  if (compareVersions(chosen, installed.version) < 0) {
    refuseRequest(`the add-on ${name} runs version ${installed.version}, which cannot be taken back to ${chosen}`);
  }
  return (scope) =>
    repository.updateAddon(scope, installed.id, { version: chosen, options: options ?? installed.options, ...move(scope, 'updating') });
}

function planDisable(_cluster: Cluster, { name }: WantedAddon, found: ClusterAddon | undefined): Write {
  const installed = requireInstalled(name, found);
  requireAddonAction(installed, 'disable');
  return (scope) => repository.updateAddon(scope, installed.id, move(scope, 'disabling'));
}

function requireInstalled(name: string, installed: ClusterAddon | undefined): ClusterAddon {
  if (installed === undefined) throw IksError.of('addonNotFound', name);
  return installed;
}

const move = ({ now, account }: AccountTransaction, state: AddonState): LifecycleColumns<AddonState> =>
  arriveIn(addonLifecycle, state, now, account.speed);
