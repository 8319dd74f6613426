import { defineConfig } from 'prisma/config';

// Prisma's CLI looks for a native schema engine and would download one. Generating the client needs
// none, so any existing file satisfies the look-up and no network is touched.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= import.meta.filename;

export default defineConfig({ schema: 'prisma/schema.prisma' });
