import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '../support/contract.js';
import { type Call, connectEmulator } from '../support/emulator.js';
import { type Document, operationsOf } from '../surface/document.js';
import { ownCall, type Pair, pairsOf } from './requests.js';
import { FOREIGN_ZONE, populate, rowsOf, type World } from './world.js';

const emulator = await connectEmulator();
const document = emulator.document as unknown as Document;

/** Everything that is about an account: the control API sees all accounts, and IAM is asked by tokens. */
const operations = operationsOf(document).filter(({ path }) => !/^\/(_emulator|identity|\.well-known|livez|readyz)/.test(path));

/** What is in accounts beside what callers can put there. */
const FILLED_BY_THE_CONTROL_API = ['snapshots', 'faults', 'journal_entries', 'journal_marks'];

let owner: World;
let stranger: World;
let before: unknown;
beforeAll(async () => {
  owner = await populate(emulator, { label: 'alpha', zones: ['dal10', FOREIGN_ZONE], sequence: 0 });
  stranger = await populate(emulator, { label: 'omega', zones: ['dal10'], sequence: 500_000 });
  before = await rowsOf(emulator, owner.account.id);
  await emulator.call({ method: 'POST', url: `${controlOf(stranger)}/snapshots`, body: { name: 'whole' } });
});

const controlOf = ({ account }: World): string => `/_emulator/accounts/${account.id}`;

/** Where a name is not looked at the stranger does something to its own account, which the next call must find whole. */
async function send(call: Call): Promise<Answer> {
  const answer = await emulator.call(call);
  if (call.method !== 'GET' && answer.status < 300) {
    const restored = await emulator.call({ method: 'POST', url: `${controlOf(stranger)}/snapshots/whole/restore` });
    expect(restored.status).toBe(200);
  }
  return answer;
}

test('the two accounts have every kind of object that there is', async () => {
  for (const { account } of [owner, stranger]) {
    const empty = Object.entries(await rowsOf(emulator, account.id)).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []));
    expect(empty.filter((table) => !FILLED_BY_THE_CONTROL_API.includes(table))).toEqual([]);
  }
  expect(JSON.stringify({ ...owner, account: undefined })).not.toContain('""');
});

/** An answer without what is different each time, and without the name that was asked for. */
function withoutNames({ status, headers, text }: Answer, names: readonly string[]): unknown {
  const rest = Object.entries(headers).filter(([name]) => !['date', 'content-length'].includes(name));
  // Certificates and tokens are new in each kubeconfig.
  if (!String(headers['content-type']).includes('json')) return { status, headers: rest };
  const masked = names.reduce((masking, name) => masking.replaceAll(JSON.stringify(name).slice(1, -1), '<name>').replaceAll(name, '<name>'), text);
  return { status, headers: rest, text: masked.replace(/"(incidentID|trace)":"[0-9a-f-]{36}"/, '"$1":"<id>"') };
}

async function tryPair({ foreign, unknown, names }: Pair): Promise<readonly [unknown, unknown]> {
  const ofForeign = await send(foreign);
  const ofUnknown = await send(unknown);
  return [withoutNames(ofForeign, names.map(([name]) => name)), withoutNames(ofUnknown, names.map(([, name]) => name))];
}

describe("an object of another account is as unknown as one that nobody has, to the last byte", () => {
  test.each(operations.map((operation) => [operation.operationId, operation] as const))('%s', async (_, operation) => {
    for (const pair of pairsOf(document, operation, stranger, owner)) {
      const [ofForeign, ofUnknown] = await tryPair(pair);
      expect({ what: pair.what, answer: ofForeign }).toEqual({ what: pair.what, answer: ofUnknown });
    }
  });

  test('and nothing of it was changed, nor its account touched', async () => {
    expect(await rowsOf(emulator, owner.account.id)).toEqual(before);
  });
});

describe('no list and no object shows anything of another account', () => {
  let secrets: readonly string[];
  beforeAll(async () => {
    secrets = namesOnlyIn(await rowsOf(emulator, owner.account.id), await rowsOf(emulator, stranger.account.id));
    expect(secrets.length).toBeGreaterThan(50);
  });

  test.each(operations.filter(({ method }) => method === 'GET').map((operation) => [operation.operationId, operation] as const))('%s', async (_, operation) => {
    const call = ownCall(document, operation, stranger);
    const { status, text } = await emulator.call(call);
    expect([call.url, status]).toEqual([call.url, 200]);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});

/** The words that appear in one account's rows and not in the other's; when something was made is no secret. */
function namesOnlyIn(mine: unknown, theirs: unknown): readonly string[] {
  const wordsIn = (rows: unknown): Set<string> => new Set(JSON.stringify(rows).match(/[A-Za-z0-9][\w.:/@-]{5,}/g) ?? []);
  const known = wordsIn(theirs);
  return [...wordsIn(mine)].filter((word) => !known.has(word) && !/^\d\d:\d\d|^\d{4}-\d\d-/.test(word));
}

test('naming another account in a header changes nothing', async () => {
  const { account, cluster } = stranger;
  const headers = { 'x-auth-resource-account': owner.account.id };
  expect((await account.get<{ id: string }[]>('/v1/clusters', headers)).body.map(({ id }) => id)).toEqual([cluster.id]);
  expect((await account.get(`/v1/clusters/${owner.cluster.id}`, headers)).status).toBe(404);
});
