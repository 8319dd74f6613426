import type { Routes } from '../../operations/router.js';
import { GraphqlAnswer, GraphqlRequest } from './schemas.js';
import { answerGraphql } from './service.js';

export const graphqlRoutes: Routes = ({ change }) => {
  change(
    'graphql',
    {
      summary: 'Carry out a GraphQL document',
      description:
        'Newer clients reload workers by the mutation `reinitializeKubernetesNode`, which needs the platform role operator. What is about bare metal workers of VPC clusters is in the schema and not built. Errors come with status 200, in `errors`.',
      body: GraphqlRequest,
      answer: GraphqlAnswer,
    },
    (scope, { body }) => answerGraphql(scope, body),
  );
};
