import { describeVariants } from './describe-variants.js';

await describeVariants('the control API', (path) => path.startsWith('/_emulator/'));
