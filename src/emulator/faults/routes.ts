import { z } from 'zod';
import { listFaults } from '../../domains/faults/service.js';
import type { ControlRouter } from '../control-router.js';
import { Disarmed, Fault, FaultParams, NewFault } from './schemas.js';
import { armFault, disarmFault, disarmFaults, getFault } from './service.js';
import { toFault } from './wire.js';

/** What goes wrong in an account because somebody wants to see what becomes of it. */
export function faultRoutes(router: ControlRouter, operationIds: ReadonlySet<string>): void {
  router.open(
    'listFaults',
    ['GET', '/accounts/{account}/faults', 200],
    { summary: 'List the faults of an account, and how often each struck', answer: z.array(Fault) },
    async (scope) => (await listFaults(scope)).map((fault) => toFault(fault, scope.now)),
  );

  router.change(
    'armFault',
    ['POST', '/accounts/{account}/faults', 201],
    {
      summary: 'Let something go wrong',
      description: 'An effect on requests, or on clusters and workers; docs/faults.md tells what each does and how it ends.',
      body: NewFault,
      answer: Fault,
    },
    async (scope, { body }) => toFault(await armFault(scope, body, operationIds), scope.now),
  );

  router.change(
    'disarmFaults',
    ['DELETE', '/accounts/{account}/faults', 200],
    { summary: 'Disarm every fault of an account', answer: Disarmed },
    async (scope) => ({ removed: await disarmFaults(scope) }),
  );

  router.open(
    'getFault',
    ['GET', '/accounts/{account}/faults/{id}', 200],
    { summary: 'Read one fault', params: FaultParams, answer: Fault, errors: ['faultNotFound'] },
    async (scope, { params }) => toFault(await getFault(scope, params.id), scope.now),
  );

  router.change(
    'disarmFault',
    ['DELETE', '/accounts/{account}/faults/{id}', 204],
    {
      summary: 'Disarm a fault',
      description: 'A master that it kept away comes back, and a deployment that it held up goes on. Workers that it broke stay broken.',
      params: FaultParams,
      errors: ['faultNotFound'],
    },
    async (scope, { params }) => {
      await disarmFault(scope, params.id);
      return undefined;
    },
  );
}
