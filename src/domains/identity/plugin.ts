import formbody from '@fastify/formbody';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifySchema } from 'fastify';
import { withOwnEnvelope } from '../../operations/own-envelope.js';
import { IamError, IamErrorResponse } from './errors.js';
import { registerIdentity } from './routes.js';
import type { IdentityServices } from './grants.js';
import { validatorCompiler } from './validation.js';

/** IAM as far as clients call it, with its own ways: forms instead of JSON, and an envelope of its own for refusals. */
export const identity: FastifyPluginAsync<IdentityServices> = async (app, services) => {
  await readForms(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setErrorHandler<FastifyError | IamError>((error, request, reply) => {
    const refusal = error instanceof IamError ? error : toIamError(error);
    if (refusal.statusCode >= 500) request.log.error({ err: error }, 'request failed');
    return reply.code(refusal.statusCode).send(refusal.toEnvelope(request.id));
  });
  app.addHook('onRoute', (route) => {
    route.schema = documentAsIam(route.schema ?? {});
  });
  registerIdentity(app, services);
};

/** Forms, JSON, and fields in the query, which count where the body has none of the name. */
async function readForms(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers();
  await app.register(formbody);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.addHook('preValidation', (request, _reply, done) => {
    request.body = Object.assign({}, request.query, request.body);
    done();
  });
}

function toIamError({ statusCode = 500, message }: FastifyError): IamError {
  return statusCode < 500 ? IamError.ofStatus(statusCode, message) : IamError.ofStatus(500, 'HTTP 500 Internal Server Error');
}

function documentAsIam(schema: FastifySchema): FastifySchema {
  const documented = withOwnEnvelope(schema, { description: "A refusal in IAM's envelope.", envelope: IamErrorResponse });
  return { ...documented, consumes: ['application/x-www-form-urlencoded'], security: [] };
}
