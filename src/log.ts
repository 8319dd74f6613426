import type { FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';

/** What the log shows of a request. IAM takes API keys and tokens in the query as well, so its queries are left out. */
const serializers = {
  req: ({ method, url, ip }: FastifyRequest) => ({
    method,
    url: url.startsWith('/identity') ? url.split('?')[0] : url,
    remoteAddress: ip,
  }),
};

/** Writes to standard error, so that standard output holds the one line that says where the server listens. */
export async function createLogger(level: string, readable: boolean, destination: DestinationStream = pino.destination(2)): Promise<Logger> {
  const options = { level, serializers };
  if (!readable) return pino(options, destination);
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ destination, translateTime: 'HH:MM:ss.l', ignore: 'pid,hostname' }));
}
