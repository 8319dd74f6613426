interface Body {
  required?: boolean;
  readonly content: Readonly<Record<string, { readonly schema?: Reference }>>;
}

interface Reference {
  readonly $ref?: string;
  readonly required?: readonly string[];
}

/** What is read and written of a document here. */
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: Body }>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Reference>> };
}

/** Documents bodies as they are taken: one of which no field is required may be left out, for nothing counts as an empty object. */
export function loosenBodies<T extends object>(document: T): T {
  const { paths = {}, components } = document as Document;
  const requires = ({ schema = {} }: Body['content'][string]): boolean => {
    const { required = [] } = components?.schemas?.[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
    return required.length > 0;
  };
  for (const { requestBody } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    if (requestBody !== undefined) requestBody.required = Object.values(requestBody.content).some(requires);
  }
  return document;
}
