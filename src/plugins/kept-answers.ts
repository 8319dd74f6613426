import fastifyPlugin from 'fastify-plugin';
import type { KeptAnswers } from '../operations/kept-answers.js';

interface KeptAnswersOptions {
  readonly answers: KeptAnswers;
}

/** Answers what was answered before and has not changed since, before anything more is done for it. */
export const keptAnswers = fastifyPlugin<KeptAnswersOptions>(
  (app, { answers }, done) => {
    app.addHook('preValidation', (request, reply, next) => {
      const known = answers.recall(request);
      if (known === undefined) next();
      else void reply.code(request.routeOptions.config.status ?? 200).type(known.contentType).send(known.body);
    });
    done();
  },
  { name: 'kept answers', fastify: '5.x', dependencies: ['authentication'] },
);
