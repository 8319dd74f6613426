import { describeVariants } from './describe-variants.js';
import { isOfContainers } from './paths.js';

await describeVariants('the companions', (path) => !path.startsWith('/_emulator/') && !isOfContainers(path));
