import { createHash } from 'node:crypto';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import swaggerUi from '@fastify/swagger-ui';
import fastifyPlugin from 'fastify-plugin';
import { indexPage, indexStyle } from './index-page.js';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Swagger UI begins with a logo that is a drawing with a style of its own. */
const logoStyle = '.logo_small_svg__cls-2{fill:#fff}.logo_small_svg__cls-3{fill:#85ea2d}';

/**
 * Pages load and call nothing but this server, run no script of their own text, and stand in no frame. Nothing is
 * asked to come by HTTPS, which the emulator does not speak.
 */
const securityHeaders: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'", hashOf(indexStyle), hashOf(logoStyle)],
    },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
};

/** What people look at: the page at `/`, and Swagger UI at `/docs`, with the headers that keep pages to themselves. */
export const pages = fastifyPlugin(
  (app, _options, done) => {
    void app.register(async (inside) => {
      await inside.register(helmet, securityHeaders);
      await inside.register(indexPage);
      await inside.register(swaggerUi, {
        routePrefix: '/docs',
        uiConfig: { docExpansion: 'list', tryItOutEnabled: true, displayRequestDuration: true, filter: true },
      });
    });
    done();
  },
  { name: 'pages', fastify: '5.x', dependencies: ['openapi'] },
);
