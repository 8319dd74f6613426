// Which file may import which. Roles are file names, the same in every domain:
//
//   routes -> service and other use cases -> rules, lifecycle, repository, view, wire -> core, errors
//
// Imports of types alone are dependencies too; a rule that lets them pass says so with `runtimeOnly`.

/** Types are gone after compilation: nothing but the shape of data is shared. */
const runtimeOnly = { dependencyTypesNot: ['type-only'] };

/** Files of a role, in any domain or in the control API. */
const role = (...names) => `^src/(domains|emulator)/.+/(${names.join('|')})\\.ts$`;

const HTTP_ROLES = ['routes', 'plugin', 'validation'];
const HTTP_PACKAGES = '(^|/)(fastify|@fastify|fastify-plugin|fastify-type-provider-zod)(/|$)';
const PRISMA_CLIENT = '^src/generated/prisma/client\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Whoever reads a file must be able to understand what it stands on first. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-tools',
      comment: 'The program runs after `npm ci --omit=dev`.',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: '^src/', pathNot: '^src/core/' },
    },
    {
      name: 'errors-know-no-use-case',
      severity: 'error',
      from: { path: '^src/errors/' },
      to: { path: '^src/', pathNot: '^src/(core|errors)/' },
    },
    {
      name: 'database-knows-no-domain',
      comment: 'Starting, migrating and connecting to Postgres is the same whatever is stored.',
      severity: 'error',
      from: { path: '^src/database/' },
      to: { path: '^src/', pathNot: '^src/(core|errors|database|generated)/' },
    },
    {
      name: 'domains-know-no-server',
      severity: 'error',
      from: { path: '^src/(domains|lifecycle|operations)/' },
      to: { path: '^src/(plugins|emulator)/|^src/[^/]+\\.ts$' },
    },
    {
      name: 'operations-are-for-the-wire',
      comment: 'What describes and registers HTTP operations is for routes and for the schemas of requests.',
      severity: 'error',
      from: { path: '^src/(domains|lifecycle)/', pathNot: role('schemas', ...HTTP_ROLES) },
      to: { path: '^src/operations/' },
    },
    {
      name: 'no-http-below-routes',
      severity: 'error',
      from: {
        path: '^src/(core|errors|database|lifecycle|domains|emulator)/',
        pathNot: [role(...HTTP_ROLES), '^src/emulator/(plugin|control-router)\\.ts$'],
      },
      to: { path: HTTP_PACKAGES },
    },
    {
      name: 'prisma-client-in-repositories',
      comment: 'The client itself is for repositories and for who connects; all others use the types of its rows.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/.+/repository\\.ts$', '^src/database/', '^src/domains/accounts/conflicts\\.ts$', '^src/generated/'] },
      to: { path: PRISMA_CLIENT, ...runtimeOnly },
    },
    {
      name: 'routes-call-use-cases',
      severity: 'error',
      from: { path: role('routes') },
      to: { path: '/repository\\.ts$' },
    },
    {
      name: 'repositories-belong-to-their-domain',
      comment: 'Another domain asks the service. Rows may be shared as types.',
      severity: 'error',
      from: { path: '^src/(.+)/[^/]+$' },
      to: { path: '^src/domains/.+/repository\\.ts$', pathNot: '^src/$1/repository\\.ts$', ...runtimeOnly },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: role('rules') },
      to: { path: role('service', 'create', 'read', 'arrivals', 'repository', 'view', 'wire', ...HTTP_ROLES), ...runtimeOnly },
    },
    {
      name: 'lifecycles-are-tables',
      severity: 'error',
      from: { path: role('lifecycle') },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/generated/prisma/enums\\.ts$'] },
    },
    {
      name: 'repositories-decide-nothing',
      severity: 'error',
      from: { path: '^src/.+/repository\\.ts$' },
      to: { path: role('service', 'create', 'read', 'arrivals', 'rules', 'view', 'wire', 'schemas', ...HTTP_ROLES), ...runtimeOnly },
    },
    {
      name: 'wires-and-schemas-only-describe',
      severity: 'error',
      from: { path: role('wire', 'schemas', 'examples') },
      to: { path: role('service', 'create', 'read', 'arrivals', 'repository', ...HTTP_ROLES), ...runtimeOnly },
    },
    {
      name: 'use-cases-know-no-wire',
      severity: 'error',
      from: { path: role('service', 'create', 'read', 'arrivals', 'view') },
      to: { path: role('wire', ...HTTP_ROLES) },
    },
    {
      name: 'routes-are-registered-not-used',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/app\\.ts$', role('plugin'), '^src/emulator/plugin\\.ts$'] },
      to: { path: role('routes', 'plugin') },
    },
    {
      name: 'package-entry-is-light',
      comment: "Tests import it: nothing of the server may be loaded into their processes, where it is run as a child.",
      severity: 'error',
      from: { path: '^src/(index\\.ts$|client/|testing/)', pathNot: '^src/testing/server-process\\.ts$' },
      to: { pathNot: ['^src/(client|testing|core)/', '^node:', '(^|/)(openapi-fetch|eventsource-parser)/'], dependencyTypesNot: ['core'] },
    },
    {
      name: 'commands-are-light',
      comment: 'Commands ask a running server; the one that starts it loads it on demand.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/', pathNot: ['^src/(cli|client|testing|core)/', '^src/serve\\.ts$'] },
    },
    {
      name: 'no-forgotten-files',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/main\\.ts$|^src/generated/' },
      to: {},
    },
  ],
  options: {
    // Seen as a target of imports, not looked into: it is generated.
    doNotFollow: { path: ['node_modules', '^src/generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
