// Lets Node import the TypeScript of src/ outside Jest: `node --import ./test/support/typescript.mjs x.ts`.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
