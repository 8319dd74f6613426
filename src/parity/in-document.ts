import { type OperationId, operations } from '../operations/catalogue.js';
import { decisions } from './decisions.js';

/** What is read and written of a document here. */
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly tags?: readonly Tag[];
  readonly info?: { readonly description?: string };
}

interface Described {
  readonly operationId?: string;
}

interface Tag {
  readonly name: string;
}

/**
 * Tells in an OpenAPI document how far each operation of the catalogue is built, and links it to its row in the ledger.
 * Those that are not built have no path in it, so their group names them, and the introduction the groups of which
 * nothing is built. Which tests passed is not told here: the document follows from the code alone.
 */
export function tellParity<T extends object>(document: T): T {
  const { paths = {}, tags = [], info = {} } = document as Document;
  const served = new Set<string>();
  const marked = mapValues(paths, (methods) =>
    mapValues(methods, (described) => {
      const { operationId = '' } = described;
      if (!isOperation(operationId)) return described;
      served.add(operationId);
      return { ...described, ...parityOf(operationId) };
    }),
  );
  const description = [info.description, ...describeMissingGroups(served)].join(' ');
  return { ...document, info: { ...info, description }, paths: marked, tags: tags.map((tag) => describeTag(tag, served)) };
}

/** Pages that show a document leave out groups without a path. */
function describeMissingGroups(served: ReadonlySet<string>): string[] {
  const all = Object.entries(operations);
  const built = new Set(all.filter(([id]) => served.has(id)).map(([, { group }]) => group));
  const missing = [...new Set(all.map(([, { group }]) => group))].filter((group) => !built.has(group));
  return missing.length === 0
    ? []
    : [`Nothing is built of the groups ${missing.join(', ')}: what they have answers 501. \`GET /_emulator/coverage\` tells of every operation how far it is built and how that is proven.`];
}

function parityOf(id: OperationId): object {
  const { tier } = operations[id];
  const { status, reason } = decisions[id] ?? { status: 'built' };
  return {
    'x-parity': { tier, status, ...(reason !== undefined && { reason }) },
    externalDocs: {
      url: `/_emulator/coverage?operation=${id}`,
      description: status === 'built' ? 'Built: the proof' : `Built ${status}: ${reason}`,
    },
  };
}

function describeTag(tag: Tag, served: ReadonlySet<string>): Tag & { description?: string } {
  const missing = Object.entries(operations).filter(([id, { group }]) => group === tag.name && !served.has(id));
  if (missing.length === 0) return tag;
  return { ...tag, description: `Not built, and answered with 501: ${missing.map(([id]) => id).join(', ')}.` };
}

const isOperation = (id: string): id is OperationId => Object.hasOwn(operations, id);

const mapValues = <V, W>(object: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
