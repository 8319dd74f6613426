import { z } from 'zod';

/** Room for every query that a client or an introspection tool sends. */
const LONGEST_QUERY = 100_000;

const reload = 'mutation($input: ReinitializeKubernetesNodeInput!) { reinitializeKubernetesNode(input: $input) { node { id } } }';
const workerId = 'kube-c9t2m4ld0k7q1e5v8ub0-mycluster-default-000001a4';

export const GraphqlRequest = z
  .object({
    query: z.string().max(LONGEST_QUERY).meta({ description: 'A GraphQL document.' }),
    variables: z.record(z.string(), z.unknown()).optional().meta({ description: 'The values of its variables.' }),
    operationName: z.string().optional().meta({ description: 'Which of its operations is meant, where it has several.' }),
  })
  .meta({ id: 'GraphqlRequest', examples: [{ query: reload, variables: { input: { id: workerId } } }] });

const GraphqlError = z
  .object({
    message: z.string(),
    locations: z.array(z.object({ line: z.int(), column: z.int() })).optional(),
    path: z.array(z.union([z.string(), z.int()])).optional().meta({ description: 'The field that failed; absent where the whole request did.' }),
    extensions: z.object({ code: z.string() }),
  })
  .meta({ id: 'GraphqlError' });

/** Without `data` the request was not executed; otherwise a field that failed is null and has its entry in `errors`. */
export const GraphqlAnswer = z
  .object({
    data: z.record(z.string(), z.unknown()).nullable().optional(),
    errors: z.array(GraphqlError).optional(),
  })
  .meta({
    id: 'GraphqlResponse',
    examples: [
      { data: { reinitializeKubernetesNode: { node: { id: workerId } } } },
      {
        data: { reinitializeKubernetesNode: null },
        errors: [
          {
            message: 'The specified worker node could not be found.',
            locations: [{ line: 1, column: 54 }],
            path: ['reinitializeKubernetesNode'],
            extensions: { code: 'E0404' },
          },
        ],
      },
    ],
  });

export type GraphqlRequest = z.output<typeof GraphqlRequest>;
export type GraphqlAnswer = z.input<typeof GraphqlAnswer>;
