/** What the schema transformer adds to the name of every schema as it is on the way in. */
const INPUT_SUFFIX = 'Input';
const REFERENCE = /#\/components\/schemas\/([\w.-]+)/g;

/**
 * The transformer documents every schema twice, as it is on the way in and on the way out. Most are used one
 * way only: keeps what something refers to, under its plain name where that leaves no doubt.
 */
export function tidyComponents<Document extends object>(document: Document): Document {
  const { components, ...rest } = document as { components?: { schemas?: Record<string, object | undefined> } };
  const schemas = components?.schemas ?? {};
  const used = reachable(schemas, rest);
  const plainNames = new Map<string, string>();
  for (const name of used) {
    const plain = name.endsWith(INPUT_SUFFIX) ? name.slice(0, -INPUT_SUFFIX.length) : name;
    plainNames.set(name, used.has(plain) ? name : plain);
  }
  const kept = Object.fromEntries([...plainNames].map(([name, plain]) => [plain, schemas[name]] as const).sort(byName));
  const text = JSON.stringify({ ...rest, components: { ...components, schemas: kept } });
  const renamed = text.replaceAll(REFERENCE, (_, name: string) => `#/components/schemas/${plainNames.get(name) ?? name}`);
  return JSON.parse(renamed) as Document;
}

/** The names of the schemas that `root` refers to, itself or through others. */
function reachable(schemas: Readonly<Record<string, object | undefined>>, root: object): Set<string> {
  const found = new Set<string>();
  const visit = (node: object): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(REFERENCE)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(schemas[name] ?? {});
    }
  };
  visit(root);
  return found;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => a.localeCompare(b);
