import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../support/contract.js';
import { type Call, connectEmulator, type Emulator } from '../../support/emulator.js';
import { type Document, operationsOf, type PlacedOperation } from '../../surface/document.js';
import { type Variant, variantsOf } from './requests.js';
import { knownOf, type World, Worlds } from './world.js';

/** So many operations are tried at the same time, each in an account of its own. */
const AT_ONCE = 6;

/** A test waits for those before it too: milliseconds, as a guard against hanging. */
const LONGEST = 300_000;


/**
 * Sends every variant of the operations whose path is one of `paths`, and compares the statuses and codes with those
 * that are committed beside the test; `npm test -- test/input/variants -u` writes them anew. Each answer is checked against the document as always, and none is a 5xx.
 */
export async function describeVariants(title: string, paths: (path: string) => boolean): Promise<void> {
  const emulator = await connectEmulator();
  const document = (await emulator.call({ method: 'GET', url: '/openapi.json' })).body as Document;
  const operations = operationsOf(document).filter(({ path }) => paths(path));
  const worlds = await Worlds.create(emulator);
  const outcomes = inTurns(operations, (operation) => tryAll(emulator, document, operation, worlds));

  describe(title, () => {
    test.each(operations.map(({ operationId }, index) => [operationId, outcomes[index]] as const))('%s', async (_, outcome) => {
      expect(await outcome).toMatchSnapshot();
    }, LONGEST);
  });
}

function inTurns<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): readonly Promise<Result>[] {
  const results: Promise<Result>[] = [];
  for (const [index, item] of items.entries()) {
    const before = results[index - AT_ONCE]?.then(
      () => undefined,
      () => undefined,
    );
    results.push(Promise.resolve(before).then(() => act(item)));
  }
  // A test looks at its own later.
  for (const result of results) result.catch(() => undefined);
  return results;
}

/**
 * The answers to all variants of an operation. What answers its documented request twice alike is left as each variant
 * leaves it; else every success is undone, so that none stands in the way of the next.
 */
async function tryAll(emulator: Emulator, document: Document, operation: PlacedOperation, worlds: Worlds): Promise<string> {
  const prepare = (world: World): readonly Variant[] => variantsOf(document, operation, knownOf(operation, world), world.account.token);
  let world = await (operation.method === 'GET' ? worlds.shared() : worlds.another());
  let variants = prepare(world);
  const answers: (readonly [Variant, string])[] = [];
  let isRepeatable = true;
  for (const index of variants.keys()) {
    const variant = variants[index];
    if (variant === undefined) break;
    const answer = await send(emulator, operation, variant);
    answers.push([variant, print(answer)]);
    if (operation.method === 'GET') continue;
    if (index === 0) isRepeatable = print(await send(emulator, operation, variant)) === print(answer);
    if (isRepeatable || answer.status >= 300) continue;
    world = await worlds.undo(operation, world, answer);
    variants = prepare(world);
  }
  return table(answers);
}

/** Sends a variant; throws when the server failed. */
async function send(emulator: Emulator, { responses }: PlacedOperation, { field, what, call }: Variant): Promise<Answer> {
  const isStream = Object.values(responses).some(({ content = {} }) => 'text/event-stream' in content);
  const answer = await (isStream ? begin(emulator, call) : emulator.call(call));
  if (answer.status >= 500) throw new Error(`${field}: ${what} was answered with ${answer.status} ${answer.text}`);
  return answer;
}

/** What is streamed has no end, so only its beginning is awaited. */
async function begin(emulator: Emulator, call: Call): Promise<Answer> {
  const response = await fetch(`${String(process.env['TEST_SERVER_URL'])}${call.url}`, { method: call.method, ...(call.headers && { headers: call.headers }) });
  if (response.status >= 300) return emulator.call(call);
  await response.body?.cancel();
  return { status: response.status, headers: {}, text: '', bytes: Buffer.of(), body: undefined };
}

/** The status, and the code of a refusal in whichever envelope it comes. */
function print({ status, body }: Answer): string {
  const { code, errorCode, errors } = (body ?? {}) as { code?: string; errorCode?: string; errors?: readonly { code?: string }[] };
  const found = status < 300 ? undefined : (code ?? errorCode ?? errors?.[0]?.code);
  return found === undefined ? String(status) : `${status} ${found}`;
}

/** A line for each answer that a field has got. */
function table(answers: readonly (readonly [Variant, string])[]): string {
  const lines = new Map<string, string[]>();
  for (const [{ field, what }, answer] of answers) {
    const begin = `${field}: ${answer}`;
    lines.set(begin, [...(lines.get(begin) ?? []), what]);
  }
  return [...lines].map(([begin, whats]) => `${begin} for ${whats.join(', ')}`).join('\n');
}
