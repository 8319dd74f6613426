import { Ledger } from '../../parity/schemas.js';
import type { ControlRouter } from '../control-router.js';
import { CoverageQuery } from './schemas.js';
import type { CoverageService } from './service.js';

/** What the emulator does as the real service does, and how that is known. */
export function coverageRoutes(router: ControlRouter, coverage: CoverageService): void {
  router.serve(
    'getCoverage',
    ['GET', '/coverage', 200],
    {
      summary: 'Read which operations and rules are proven, and by what',
      description: 'The parity ledger as of the build of this emulator: docs/parity.md shows the same for people.',
      query: CoverageQuery,
      answer: Ledger,
    },
    ({ query }) => coverage.find(query),
  );
}
