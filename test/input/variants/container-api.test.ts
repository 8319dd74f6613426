import { describeVariants } from './describe-variants.js';
import { isOfContainers } from './paths.js';

await describeVariants('the container API', isOfContainers);
