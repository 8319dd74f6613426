import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** Writes to standard error, so that standard output holds the one line that says where the server listens. */
export function createLogger(level: string, readable: boolean): Logger {
  const options = { level, redact: ['req.headers.authorization', 'req.headers.cookie'] };
  return readable
    ? pino(options, pretty({ destination: 2, translateTime: 'HH:MM:ss.l', ignore: 'pid,hostname' }))
    : pino(options, pino.destination(2));
}
