import type { ControlRouter } from '../control-router.js';
import { refuseByLine } from './refusal.js';
import { AccountSeed, SeededAccount, SeededFile, SeedFile } from './schemas.js';
import type { SeedService } from './service.js';
import { toSeeded, toSeededFile } from './wire.js';

/** Accounts and what is in them, as a readable file tells of them. */
export function seedRoutes(router: ControlRouter, service: SeedService): void {
  router.serve(
    'seedAccounts',
    ['POST', '/seed', 200],
    {
      summary: 'Make accounts with all that a seed file tells of, or none of them',
      description: 'YAML or JSON, as --seed takes it at the start. Accounts that exist are left alone, unless they are to be reset.',
      body: SeedFile,
      takesYaml: true,
      answer: SeededFile,
    },
    async ({ body }) => toSeededFile(await refuseByLine(body, () => service.seedFile(body))),
  );

  router.find(
    'seedAccount',
    ['POST', '/accounts/{account}/seed', 200],
    {
      summary: 'Add to an account what a seed tells of, all of it or nothing',
      description: 'YAML or JSON: what stands below the name of an account in a seed file. Refusals name line and column.',
      body: AccountSeed,
      takesYaml: true,
      answer: SeededAccount,
    },
    async ({ id }, { body }) => toSeeded(await refuseByLine(body, () => service.seedAccount(id, body))),
  );
}
