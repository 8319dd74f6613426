import type { FastifyError, FastifyPluginCallback, FastifySchema } from 'fastify';
import { type IksError, isDeliberate } from '../../errors/iks-error.js';
import { withOwnEnvelope } from '../../operations/own-envelope.js';
import type { AccountAccess } from '../../operations/account-operations.js';
import { type PlatformRoutes, PlatformRouter } from '../../operations/platform-router.js';
import { toIksError } from '../../operations/refusal.js';
import { accountManagementRoutes } from '../account-management/routes.js';
import { resourceGroupRoutes } from '../resource-groups/routes.js';
import { searchRoutes } from '../search/routes.js';
import { taggingRoutes } from '../tagging/routes.js';
import { userRoutes } from '../users/routes.js';
import { PlatformError, PlatformErrorResponse } from './errors.js';
import { serviceNames } from './service-names.js';

const routesOf: Readonly<Record<(typeof serviceNames)[number], PlatformRoutes>> = {
  'resource groups': resourceGroupRoutes,
  search: searchRoutes,
  tagging: taggingRoutes,
  accounts: accountManagementRoutes,
  users: userRoutes,
};

/** The services of the platform that clients of the container API call beside it, with an envelope of their own for refusals. */
export const platform: FastifyPluginCallback<AccountAccess> = (app, access, done) => {
  app.setErrorHandler<FastifyError | IksError | PlatformError>((error, request, reply) => {
    const refusal = error instanceof PlatformError ? error : PlatformError.from(toIksError(error, request));
    if (refusal.statusCode >= 500 && !isDeliberate(error)) request.log.error({ err: error }, 'request failed');
    return reply.code(refusal.statusCode).send(refusal.toEnvelope(request.id));
  });
  app.addHook('onRoute', (route) => {
    route.schema = documentAsPlatform(route.schema ?? {});
  });
  for (const name of serviceNames) routesOf[name](new PlatformRouter(app, access, name));
  done();
};

/** Headers that choose a resource group or a region are the container API's alone. */
function documentAsPlatform(schema: FastifySchema): FastifySchema {
  const kept = Object.entries(schema).filter(([part]) => part !== 'headers');
  return withOwnEnvelope(Object.fromEntries(kept), { description: 'A refusal in the envelope of the platform.', envelope: PlatformErrorResponse });
}
