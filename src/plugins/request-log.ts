import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { operationOf } from '../operations/unrouted.js';

/** Logs one line for each request, when it is answered. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // The line about its answer says all of it.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (error) request.log.error({ ...describe(request, reply), err: error }, 'request errored');
    else logAnswered(request, reply);
  }
}

/** For what Fastify answers without a route, and so without telling {@link RequestLog}. */
export function logAnswered(request: FastifyRequest, reply: FastifyReply): void {
  request.log.info(describe(request, reply), 'request completed');
}

/** What was asked by whom, which operation and which account that was, what struck it, and what came of it. */
function describe(request: FastifyRequest, reply: FastifyReply): object {
  const { accountId, headers } = request;
  const operationId = operationOf(request);
  return {
    req: request,
    ...(operationId !== undefined && { operationId }),
    ...(accountId !== '' && { accountId }),
    ...(request.fault && { fault: request.fault }),
    userAgent: headers['user-agent'],
    res: reply,
    responseTime: reply.elapsedTime,
  };
}
