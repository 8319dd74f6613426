import path from 'node:path';

/** The directory of the project. */
export const root = path.resolve(import.meta.dirname, '..');
