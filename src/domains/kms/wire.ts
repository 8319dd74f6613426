import type { z } from 'zod';
import type { CreateKmsConfig, EnableKms, KmsInstance, RootKey } from './schemas.js';
import type { KmsConfig, KmsInstance as Instance } from './service.js';

export const fromCreateKmsConfig = ({ crkID, instanceID, url }: z.output<typeof CreateKmsConfig>): KmsConfig => ({
  kmsInstanceId: instanceID,
  kmsRootKeyId: crkID,
  kmsPrivateEndpoint: new URL(url).hostname.startsWith('private.'),
});

export const fromEnableKms = ({ crk_id, instance_id, private_endpoint = false }: z.output<typeof EnableKms>): KmsConfig => ({
  kmsInstanceId: instance_id,
  kmsRootKeyId: crk_id,
  kmsPrivateEndpoint: private_endpoint,
});

/** The name of an instance is known to its own service alone, so the id stands in for it. */
export const toKmsInstance = ({ id, region }: Instance): z.input<typeof KmsInstance> => ({
  instance_id: id,
  name: id,
  region,
  service: 'kms',
});

/** As {@link toKmsInstance}. */
export const toRootKey = (id: string): z.input<typeof RootKey> => ({ crk_id: id, name: id });
