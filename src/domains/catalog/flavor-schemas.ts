import { z } from 'zod';

export const MachineType = z
  .object({
    name: z.string(),
    memory: z.string(),
    networkSpeed: z.string(),
    cores: z.string(),
    storage: z.string(),
    secondaryStorage: z.string().meta({ description: 'Empty where there is no second disk.' }),
    secondaryStorageEncrypted: z.boolean(),
    os: z.string().meta({ description: 'What workers of the default Kubernetes version run.' }),
    serverType: z.string(),
    isTrusted: z.boolean(),
    deprecated: z.boolean(),
    correspondingMachineType: z.string(),
    gpus: z.string(),
    provider: z.string(),
    ocp_unsupported: z.boolean().meta({ description: 'Too small for OpenShift workers.' }),
  })
  .meta({
    id: 'MachineType',
    examples: [
      {
        name: 'b3c.4x16',
        memory: '16GB',
        networkSpeed: '1000Mbps',
        cores: '4',
        storage: '25GB',
        secondaryStorage: '100GB',
        secondaryStorageEncrypted: true,
        os: 'UBUNTU_24_64',
        serverType: 'virtual',
        isTrusted: false,
        deprecated: false,
        correspondingMachineType: '',
        gpus: '',
        provider: 'classic',
        ocp_unsupported: false,
      },
    ],
  });

export const Flavor = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: 'With `.encrypted` where disks are encrypted by default, which is on classic.' }),
    provider: z.string(),
    architecture: z.string(),
    memory: z.string(),
    networkSpeed: z.string(),
    cores: z.string(),
    os: z.string(),
    serverType: z.string(),
    storage: z.string(),
    secondaryStorage: z.string().meta({ description: 'Empty where there is no second disk.' }),
    secondaryStorageEncrypted: z.boolean(),
    isTrusted: z.boolean(),
    deprecated: z.boolean(),
    correspondingFlavor: z.string(),
  })
  .meta({
    id: 'Flavor',
    examples: [
      {
        id: 'b3c.4x16.encrypted',
        name: 'b3c.4x16.encrypted',
        provider: 'classic',
        architecture: 'amd64',
        memory: '16GB',
        networkSpeed: '1000Mbps',
        cores: '4',
        os: 'UBUNTU_24_64',
        serverType: 'virtual',
        storage: '25GB',
        secondaryStorage: '100GB',
        secondaryStorageEncrypted: true,
        isTrusted: false,
        deprecated: false,
        correspondingFlavor: '',
      },
    ],
  });

const Disk = z
  .object({ Count: z.int(), Size: z.int(), DeviceType: z.string(), RAIDConfiguration: z.string() })
  .meta({ id: 'DiskConfigResp', examples: [{ Count: 1, Size: 25, DeviceType: 'SSD', RAIDConfiguration: 'none' }] });

const Gpu = z
  .object({ Count: z.int(), Type: z.string() })
  .meta({ id: 'GPUConfigResp', examples: [{ Count: 2, Type: 'P100' }] });

export const FlavorResponse = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.string(),
    serverType: z.string(),
    cores: z.int(),
    memory: z.string(),
    networkSpeed: z.string(),
    os: z.string(),
    primaryStorage: Disk,
    secondaryStorage: Disk.optional(),
    additionalStorage: z.array(Disk),
    secondaryStorageEncrypted: z.boolean(),
    gpus: z.array(Gpu),
    supported_isolation: z.array(z.string()),
    deprecated: z.boolean(),
    ocp_unsupported: z.boolean(),
    sgxEnabled: z.boolean(),
  })
  .meta({ id: 'FlavorResponse', description: 'A flavor as the zones list it, with numbers where other lists have texts.' });
