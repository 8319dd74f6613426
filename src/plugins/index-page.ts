import fastifyPlugin from 'fastify-plugin';

/** What there is to see, in the order of use. */
const links = [
  ['/docs', 'Swagger UI', 'every operation, to be tried with one click'],
  ['/openapi.json', 'OpenAPI document', 'the same as JSON'],
  ['/openapi.yaml', 'OpenAPI document', 'the same as YAML'],
  ['/v1/clusters', 'Container API', 'the clusters of the account <code>default</code>; every path is served below <code>/global</code> too'],
  ['/v1', 'Service root', 'a ship, if the service is there'],
  ['/v1/zones', 'Catalogue', 'zones, and with them versions, flavors and locations'],
  ['/_emulator/accounts', 'Control API', 'accounts with their clocks and speeds'],
  ['/_emulator/coverage', 'Parity ledger', 'what is built of the real service, and what proves it'],
  ['/identity/keys', 'IAM', 'the keys that tokens are signed with; tokens come from <code>POST /identity/token</code>'],
  ['/livez', 'Liveness', 'the process answers'],
  ['/readyz', 'Readiness', 'its database does too'],
] as const;

/** The page's only style; browsers take it by its digest. */
export const indexStyle = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
  dt { margin-top: 1rem; font-weight: 600; }
  dd { margin: 0; }
`;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>iks-emulator</title>
<link rel="icon" href="/docs/static/favicon-32x32.png">
<style>${indexStyle}</style>
</head>
<body>
<h1>iks-emulator</h1>
<p>An emulator of the IBM Cloud Kubernetes Service (IKS) control plane. It is running.</p>
<dl>
${links.map(([path, name, says]) => `<dt>${name}: <a href="${path}">${path}</a></dt>\n<dd>${says}</dd>`).join('\n')}
</dl>
</body>
</html>
`;

/** The page at `/`: where a person finds everything else. */
export const indexPage = fastifyPlugin(
  (app, _options, done) => {
    app.get('/', { schema: { hide: true } }, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
    done();
  },
  { name: 'index page', fastify: '5.x' },
);
