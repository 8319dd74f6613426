/**
 * The fenced blocks of a Markdown text that say, in a comment which readers do not see, how they are proven:
 *
 *   <!-- walk -->          run in order against a running server; with a name, kept as a file of that name
 *   <!-- answer -->        what the block before prints, shortened: see `differences`
 *   <!-- start -->         commands that start the server
 *   <!-- ci -->            commands of .ci/run
 *   <!-- file NAME -->     a file of test/consumers
 *   <!-- consumer -->      commands that `npm run test:consumers` runs
 *   <!-- workflow -->      a workflow of GitHub Actions, whose commands are run
 *   <!-- image -->         commands that need a container engine: the files they read are tested instead
 */
export interface Block {
  readonly role: Role;
  /** The name after `walk` or `file`. */
  readonly file: string | undefined;
  readonly language: string;
  readonly text: string;
  /** Where it begins, for the person who has to mend it. */
  readonly line: number;
  readonly answer: Answer | undefined;
}

interface Answer {
  readonly language: string;
  readonly text: string;
}

const roles = ['walk', 'start', 'ci', 'file', 'consumer', 'workflow', 'image'] as const;
type Role = (typeof roles)[number];

const FENCED = /(?:^<!-- (?<marker>[^\n]+?) -->\n+)?^```(?<language>\w*)\n(?<text>.*?)^```$/gms;
/** Languages that readers run. */
const RUN = ['sh', 'bash', 'js', 'ts', 'go', 'yaml'];

/** @throws Error for a block that readers would run and no marker accounts for, or a marker that makes no sense */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, groups = {} } of markdown.matchAll(FENCED)) {
    const { marker, language = '', text = '' } = groups;
    const line = markdown.slice(0, index).split('\n').length;
    const [word, file] = marker?.split(' ') ?? [];
    const role = roles.find((candidate) => candidate === word);
    if (role !== undefined) blocks.push({ role, file, language, text, line, answer: undefined });
    else if (word === 'answer') addAnswer(blocks, { language, text }, line);
    else if (word !== undefined) throw new Error(`line ${line}: no block is marked '${word}'`);
    else if (RUN.includes(language)) throw new Error(`line ${line}: nothing says how this block is proven`);
  }
  return blocks;
}

function addAnswer(blocks: Block[], answer: Answer, line: number): void {
  const asked = blocks.pop();
  if (asked?.role !== 'walk' || asked.answer !== undefined) throw new Error(`line ${line}: this answer follows no block that is walked`);
  blocks.push({ ...asked, answer });
}

/** The commands of a block, without comments. */
export const commandsOf = ({ text }: Pick<Block, 'text'>): string[] =>
  text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

/** How an output differs from the answer that is shown; nothing when it fits. */
export function answerDifferences({ language, text }: Answer, output: string): string[] {
  if (language !== 'json') return differences(text.trim().split('\n'), output.trim().split('\n'));
  try {
    return differences(JSON.parse(text), JSON.parse(output));
  } catch {
    return [`this is no JSON: ${output}`];
  }
}

const OMITTED = '…';

/**
 * What is shown must be there, and be so. An ellipsis in a text stands for any text, as an element of a list for
 * any elements, and fields that are not shown may be there.
 */
export function differences(shown: unknown, actual: unknown, where = 'the answer'): string[] {
  if (typeof shown === 'string' && typeof actual === 'string') {
    return matches(shown, actual) ? [] : [`${where} is '${actual}', not '${shown}'`];
  }
  if (Array.isArray(shown) && Array.isArray(actual)) return listDifferences(shown, actual, where);
  if (isRecord(shown) && isRecord(actual)) {
    return Object.entries(shown).flatMap(([key, value]) => differences(value, actual[key], `${where}, ${key}`));
  }
  if (Object.is(shown, actual)) return [];
  return [`${where} is ${actual === undefined ? 'missing' : JSON.stringify(actual)}, not ${JSON.stringify(shown)}`];
}

function listDifferences(shown: readonly unknown[], actual: readonly unknown[], where: string): string[] {
  const gap = shown.indexOf(OMITTED);
  const head = gap === -1 ? shown : shown.slice(0, gap);
  const tail = gap === -1 ? [] : shown.slice(gap + 1);
  const known = head.length + tail.length;
  if (gap === -1 ? actual.length !== known : actual.length < known) return [`${where} has ${actual.length} elements, not ${known}`];
  return [
    ...head.flatMap((value, index) => differences(value, actual[index], `${where}, element ${index}`)),
    ...tail.flatMap((value, index) => differences(value, actual.at(index - tail.length), `${where}, element ${index - tail.length}`)),
  ];
}

const matches = (shown: string, actual: string): boolean => {
  const parts = shown.split(OMITTED).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(actual);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
