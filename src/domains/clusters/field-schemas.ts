import { z } from 'zod';
import { clusterExampleName } from './examples.js';

/** How a request names its cluster, in path, query or body. */
export const clusterField = z.string().meta({ description: 'Id or name of a cluster.', examples: [clusterExampleName] });
