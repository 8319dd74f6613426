import { RawAnswer } from '../../operations/raw-answer.js';
import type { ControlRouter } from '../control-router.js';
import { formats } from './formats.js';
import { environmentAnswers, EnvironmentQuery } from './schemas.js';
import type { EnvironmentService } from './service.js';

/** The variables that lead clients here. */
export function environmentRoutes(router: ControlRouter, environments: EnvironmentService): void {
  router.serve(
    'getEnvironment',
    ['GET', '/env', 200],
    {
      summary: 'Print the variables that lead clients to this emulator',
      description: 'The address in them is the one that the emulator was asked by.',
      query: EnvironmentQuery,
      rawAnswers: environmentAnswers,
      errors: ['accountNotFound'],
    },
    async ({ query: { format, client, account }, origin }) => {
      const { contentType, print } = formats[format];
      return new RawAnswer({ contentType, body: Buffer.from(print(await environments.find({ origin, client, account }))) });
    },
  );
}
