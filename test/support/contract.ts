import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
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

interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
}

/** An operation of the document, as far as tests compare answers with it. */
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: 'path' | 'query' | 'header'; readonly name: string }[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, Response>>;
}

/** The OpenAPI document, as far as tests compare answers with it. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: unknown;
}

/** What the OpenAPI document promises of every answer. */
export class Contract {
  private readonly paths: readonly { readonly pattern: RegExp; readonly operations: Readonly<Record<string, Operation>> }[];
  /** The document itself is checked by its linter, and few of its schemas are used by any one file. */
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, meta: false, code: { optimize: false } });
  private readonly validators = new WeakMap<object, ValidateFunction>();

  constructor(document: OpenApiDocument) {
    this.ajv.addSchema({ $id: 'document', components: document.components });
    this.paths = Object.entries(document.paths).map(([path, operations]) => ({
      pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      operations,
    }));
  }

  /** The operation of the document that has the id. */
  operation(id: string): Operation {
    const operation = this.paths.flatMap(({ operations }) => Object.values(operations)).find(({ operationId }) => operationId === id);
    if (operation === undefined) throw new Error(`${id} is not documented`);
    return operation;
  }

  /**
   * Fails when the answer's status is not documented for its operation, or its body does not fit the schema that
   * the document has for that status. Answers which operation it is; paths that the document does not have are not judged.
   */
  check(method: string, url: string, answer: Answer): string | undefined {
    const path = normaliseUrl(url).split('?')[0] ?? '';
    const operation = this.paths.find(({ pattern }) => pattern.test(path))?.operations[method.toLowerCase()];
    if (operation === undefined) return undefined;
    this.checkAnswer(operation, `${method} ${path} answered ${answer.status}`, answer);
    return operation.operationId;
  }

  private checkAnswer({ responses }: Operation, what: string, answer: Answer): void {
    const response = responses[String(answer.status)] ?? responses[`${String(answer.status).charAt(0)}XX`];
    if (response === undefined) throw new Error(`${what}, which is not documented: ${answer.text}`);
    if (response.content === undefined) return;
    const [type = ''] = String(answer.headers['content-type'] ?? '').split(';');
    const schema = response.content[type]?.schema;
    if (schema === undefined) throw new Error(`${what} as '${type}', which is not documented`);
    if (type !== 'application/json') return;
    const validate = this.validatorOf(schema as object);
    if (!validate(answer.body)) throw new Error(`${what} with a body that does not fit: ${JSON.stringify(validate.errors)}`);
  }

  private validatorOf(schema: object): ValidateFunction {
    const known = this.validators.get(schema);
    if (known !== undefined) return known;
    const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')) as object;
    const validate = this.ajv.compile(absolute);
    this.validators.set(schema, validate);
    return validate;
  }
}
