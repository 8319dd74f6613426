import { createRequire } from 'node:module';
import path from 'node:path';

/** Where this package lies, found alike from its sources and from the programs that are built of them. */
export const packageRoot = path.dirname(createRequire(import.meta.url).resolve('iks-emulator/package.json'));
