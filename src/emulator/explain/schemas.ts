import { z } from 'zod';

export const ExplainQuery = z.object({
  resource: z.string().meta({
    description: 'Id of a cluster, worker, ALB, add-on, subdomain or network of a cluster in a zone; or the name of a cluster or add-on.',
    examples: ['my-cluster'],
  }),
});

const call = z.object({
  operationId: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.int().meta({ description: 'What it would answer now, as far as the state decides.' }),
});

const action = z.object({
  action: z.string(),
  outcome: z.enum(['done', 'no effect', 'refused']),
  refusal: z.object({ status: z.int(), code: z.string(), description: z.string() }).nullable(),
  calls: z.array(call).meta({ description: 'The operations by which it is taken.' }),
});

export const Explanation = z
  .object({
    summary: z.string().meta({ description: 'All of it in a sentence or two.' }),
    kind: z.string(),
    id: z.string(),
    name: z.string().nullable(),
    cluster: z.object({ id: z.string(), name: z.string(), shownAs: z.string() }).meta({ description: 'Its cluster, or itself, with the state that callers see.' }),
    state: z.string().meta({ description: 'The inner state, by which everything is decided.' }),
    since: z.string(),
    rule: z.string(),
    means: z.string(),
    next: z
      .object({ state: z.string(), at: z.string(), rule: z.string() })
      .nullable()
      .meta({ description: 'The step that it takes by itself, in the time of the account.' }),
    waitsFor: z.string().nullable().meta({ description: 'What must happen first; null where the step comes by itself, or nothing is awaited.' }),
    actions: z.array(action).meta({ description: 'What each action would answer now. Nothing is done.' }),
  })
  .meta({
    id: 'Explanation',
    examples: [
      {
        summary:
          'The worker kube-c9t2m4ld0k7q1e5v8ub0-shop-default-0000010c is provisioning since 2026-08-22T10:05:46.000Z: it waits for its machine, which is ordered (R204). It becomes provisioned at 2026-08-22T10:11:46.000Z, in 6 min. Possible now: remove.',
        kind: 'worker',
        id: 'kube-c9t2m4ld0k7q1e5v8ub0-shop-default-0000010c',
        name: null,
        cluster: { id: 'c9t2m4ld0k7q1e5v8ub0', name: 'shop', shownAs: 'pending' },
        state: 'provisioning',
        since: '2026-08-22T10:05:46.000Z',
        rule: 'R204',
        means: 'waits for its machine, which is ordered',
        next: { state: 'provisioned', at: '2026-08-22T10:11:46.000Z', rule: 'R132: virtual machines take minutes' },
        waitsFor: null,
        actions: [
          {
            action: 'replace',
            outcome: 'refused',
            refusal: { status: 400, code: 'E0023', description: 'To replace a worker is not possible in the state provisioning. Possible now: remove.' },
            calls: [{ operationId: 'replaceWorker', method: 'POST', path: '/v2/replaceWorker', status: 400 }],
          },
        ],
      },
    ],
  });
