import { z } from 'zod';

/** How a request names a pool that there is, in path, query or body. */
export const poolField = z.string().meta({ description: 'Id or name of a worker pool.', examples: ['default'] });

export const poolName = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,31}$/, {
  error: 'must begin with a letter, then have only letters, digits, hyphens, periods and underscores, 32 characters at most',
});

export const isolation = z.enum(['public', 'private']).meta({ description: 'Shared hardware, or dedicated.' });

export const diskEncryption = z.boolean().meta({ description: 'On unless told; the flavor then shows the suffix .encrypted.' });

export const entitlement = z.enum(['cloud_pak', 'ocp_entitled']).meta({ description: 'An OpenShift licence that is there already.' });
