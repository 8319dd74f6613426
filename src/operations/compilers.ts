import type { FastifyServerOptions } from 'fastify';
import { validatorCompiler } from './validation.js';

/**
 * How requests are checked and answers are written. It stands among the server's options, where Fastify, which loads Ajv
 * unless told so by then, only has types for Ajv.
 */
export const schemaController: NonNullable<FastifyServerOptions['schemaController']> = {
  compilersFactory: { buildValidator: () => validatorCompiler as never, buildSerializer: () => () => JSON.stringify },
};
