import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';
import { normaliseUrl } from '../../src/operations/normalise-url.js';

/** An answer as tests look at it. The body is whatever JSON came; `any` would hide typos, so tests name its type. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** The body as it came, for what is no text. */
  readonly bytes: Buffer;
  readonly body: Body;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> }>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: unknown;
}

interface Contract {
  readonly paths: readonly { readonly pattern: RegExp; readonly operations: Readonly<Record<string, Operation>> }[];
  validatorOf(schema: unknown): ValidateFunction;
}

const contracts = new WeakMap<FastifyInstance, Contract>();

/**
 * Fails when the answer's status is not documented for its operation, or its body does not fit the schema that
 * the document has for that status. Paths that the document does not have are not judged.
 */
export function checkAgainstOpenApi(app: FastifyInstance, method: string, url: string, answer: Answer): void {
  const contract = contracts.get(app) ?? readContract(app);
  contracts.set(app, contract);
  const path = normaliseUrl(url).split('?')[0] ?? '';
  const operation = contract.paths.find(({ pattern }) => pattern.test(path))?.operations[method.toLowerCase()];
  if (operation === undefined) return;
  const { responses } = operation;
  const response = responses[String(answer.status)] ?? responses[`${String(answer.status).charAt(0)}XX`];
  if (response === undefined) throw new Error(`${method} ${path} answered ${answer.status}, which is not documented: ${answer.text}`);
  if (response.content === undefined) return;
  const [type = ''] = String(answer.headers['content-type'] ?? '').split(';');
  const schema = response.content[type]?.schema;
  if (schema === undefined) throw new Error(`${method} ${path} answered ${answer.status} as '${type}', which is not documented`);
  if (type !== 'application/json') return;
  const validate = contract.validatorOf(schema);
  if (!validate(answer.body)) {
    throw new Error(`${method} ${path} answered ${answer.status} with a body that does not fit: ${JSON.stringify(validate.errors)}`);
  }
}

function readContract(app: FastifyInstance): Contract {
  const document = app.swagger() as unknown as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'document', components: document.components });
  const compiled = new WeakMap<object, ValidateFunction>();
  return {
    paths: Object.entries(document.paths).map(([path, operations]) => ({
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      operations,
    })),
    validatorOf: (schema) => {
      const key = schema as object;
      const known = compiled.get(key);
      if (known !== undefined) return known;
      const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as object;
      const validate = ajv.compile(absolute);
      compiled.set(key, validate);
      return validate;
    },
  };
}
