import { z } from 'zod';

const catalogueExample = {
  name: 'istio',
  version: '1.21',
  minKubeVersion: '1.27.0',
  minOCPVersion: '',
  supportedKubeRange: '>=1.27.0 <1.30.0',
  supportedOCPRange: '',
  vlan_spanning_required: false,
};

/** What the catalogue tells of a version of an add-on. Ranges and minima are empty for a platform that cannot run it. */
const catalogueFields = {
  name: z.string(),
  version: z.string(),
  minKubeVersion: z.string(),
  minOCPVersion: z.string(),
  supportedKubeRange: z.string(),
  supportedOCPRange: z.string(),
  vlan_spanning_required: z.boolean(),
};

export const Addon = z.object(catalogueFields).meta({ id: 'AddonCommon', examples: [catalogueExample] });

/** R291: `pending` and `updating` pass by themselves. */
const healthState = z.enum(['pending', 'updating', 'normal']);

export const ClusterAddon = z
  .object({
    ...catalogueFields,
    targetVersion: z.string().optional().meta({ description: 'The version to update to, where there is a newer one.' }),
    allowed_upgrade_versions: z.array(z.string()),
    deprecated: z.boolean(),
    healthState,
    healthStatus: z.string(),
    options: z.string().optional(),
  })
  .meta({
    id: 'ClusterAddon',
    examples: [
      {
        ...catalogueExample,
        allowed_upgrade_versions: [],
        deprecated: false,
        healthState: 'normal',
        healthStatus: 'Addon Ready (H1500)',
      },
    ],
  });

/** An add-on as the answers about its cluster mention it; v1 clients read `enabled`, those of v2 `version`. */
export const AddonOfCluster = z
  .object({ name: z.string(), version: z.string(), enabled: z.boolean(), state: healthState, status: z.string() })
  .meta({
    id: 'Addon',
    examples: [{ name: 'istio', version: '1.21', enabled: true, state: 'normal', status: 'Addon Ready (H1500)' }],
  });

/** A22: some clients send options as text, others as any JSON; answers have text alone. */
const options = z
  .preprocess((value) => (value === undefined || typeof value === 'string' ? value : JSON.stringify(value)), z.string().max(10_000).optional())
  .meta({ description: 'Settings of the add-on: a text, or any JSON, which is kept as text.' });

export const ManageAddons = z
  .object({
    addons: z
      .array(
        z.object({
          name: z.string(),
          version: z.string().optional().meta({ description: 'Without it the newest version that fits the cluster.' }),
          options,
        }),
      )
      .min(1),
    enable: z.boolean().optional().meta({ description: 'True enables, false disables.' }),
    update: z.boolean().optional().meta({ description: 'True updates; not together with enable.' }),
  })
  .meta({ id: 'ManageClusterAddonsRequest', examples: [{ addons: [{ name: 'istio' }], enable: true, update: false }] });

export type ManageAddonsRequest = z.output<typeof ManageAddons>;

export const ManageAddonsResponse = z
  .object({
    missingDeps: z.array(ClusterAddon).meta({ description: 'Add-ons that the named ones need and the cluster lacks.' }),
    orphanedAddons: z
      .record(z.string(), z.array(ClusterAddon))
      .meta({ description: 'Add-ons that need the named ones, which the cluster has no more.' }),
  })
  .meta({ id: 'AddonResponse', examples: [{ missingDeps: [], orphanedAddons: {} }] });
