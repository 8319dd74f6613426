/**
 * Compares prisma/schema.prisma with what the migrations make of an empty database.
 *
 *   npm run migration -- <name>    writes the difference as a new migration
 *   npm run migration -- --check   fails if there is any
 *
 * What Prisma's schema language cannot say is written by hand into the new file: check and exclusion
 * constraints, partial and expression indexes, extensions. Prisma does not see these in the database, so
 * it neither repeats nor drops them.
 */
import '../test/support/typescript.mjs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as schemaEngine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { CatalogueAdapter } from './catalogue-adapter.mjs';

const { startEmbeddedPostgres } = await import('../src/database/embedded-postgres.ts');
const { migrationsDirectory } = await import('../src/database/migration-files.ts');
const { migrate } = await import('../src/database/migrations.ts');

const schemaPath = path.join(migrationsDirectory, '..', 'schema.prisma');
const quiet = () => undefined;

/** The SQL that turns the database of the migrations into that of the schema; empty if there is no difference. */
async function difference() {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'iks-emulator-migration-'));
  const postgres = await startEmbeddedPostgres({ dataDirectory, durable: false, log: quiet });
  try {
    await mkdir(migrationsDirectory, { recursive: true });
    await migrate(postgres.url, migrationsDirectory, quiet);
    return await compare(postgres.url);
  } finally {
    await postgres.destroy();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

// The package's main module imports WebAssembly as a module, which Node 20 does not do unasked.
async function loadSchemaEngine() {
  const glue = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const binary = await readFile(new URL('schema_engine_bg.wasm', glue));
  const { instance } = await globalThis.WebAssembly.instantiate(binary, { './schema_engine_bg.js': schemaEngine });
  schemaEngine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return schemaEngine.SchemaEngine;
}

async function compare(url) {
  const schema = { path: schemaPath, content: await readFile(schemaPath, 'utf8') };
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(url));
  const SchemaEngine = await loadSchemaEngine();
  const engine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, quiet, adapter);
  const { exitCode, stdout } = await engine.diff({
    // The database that the adapter is connected to.
    from: { tag: 'schemaDatasource', files: [schema], configDir: path.dirname(schemaPath) },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? '' : stdout;
}

async function write(name, sql) {
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const file = path.join(migrationsDirectory, `${time}_${name}`, 'migration.sql');
  await mkdir(path.dirname(file));
  await writeFile(file, sql);
  return file;
}

const [name = ''] = process.argv.slice(2);
const checking = name === '--check';
if (!checking && !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: npm run migration -- <name_of_lower_case_letters> | --check');
  process.exit(2);
}

const sql = await difference();
if (sql === '') {
  console.log('prisma/schema.prisma and the migrations agree.');
} else if (checking) {
  console.error(`prisma/schema.prisma and the migrations disagree. What the migrations lack:\n\n${sql}`);
  process.exitCode = 1;
} else {
  console.log(path.relative(process.cwd(), await write(name, sql)));
}
