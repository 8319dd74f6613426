import { beforeAll, describe, expect, test } from '@jest/globals';
import { CreateCluster } from '../../src/domains/clusters/schemas.js';
import { AccountPatch, NewAccount } from '../../src/emulator/accounts/schemas.js';
import { AdvanceRequest, SettleRequest } from '../../src/emulator/clock/schemas.js';
import { startEmulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import { clusterRequest, contentOf, expectRefusal, invalid } from './refusals.js';

interface FieldSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
}

const emulator = await startEmulator();
const document = emulator.app.swagger() as unknown as {
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties: Readonly<Record<string, FieldSchema>> }>> };
};

const samples: Readonly<Record<string, unknown>> = { string: 'text', number: 7, boolean: true, array: ['text'], object: { key: 'text' } };
const jsonTypeOf = ({ type = 'string' }: FieldSchema): string => (type === 'integer' ? 'number' : type);

/** Fields that are a word or a number: every text is refused by its value. */
const wordsOrNumbers: Readonly<Record<string, string>> = {
  speed: "must be 'instant' or a number above 0 and up to 1000000",
  requestQuota: "must be 'off' or a whole number from 1 to 1000000",
};

/** What the description says of a field that got a value of a type that it never takes. */
function requirementOf(name: string, field: FieldSchema): string {
  const wordOrNumber = wordsOrNumbers[name];
  if (wordOrNumber !== undefined) return wordOrNumber;
  if (field.enum !== undefined) return `must be one of: ${field.enum.join(', ')}`;
  return { string: 'must be a string', number: 'must be a number', boolean: 'must be true or false' }[jsonTypeOf(field)] ?? '?';
}

/** Every field of a documented body with a value of each type that is not its own. */
function wrongTypesOf(schema: string): readonly (readonly [field: string, type: string, requirement: string])[] {
  return Object.entries(document.components.schemas[schema]?.properties ?? {}).flatMap(([name, field]) => {
    const taken = name in wordsOrNumbers ? ['number'] : [jsonTypeOf(field)];
    return Object.keys(samples).flatMap((type) => (taken.includes(type) ? [] : [[name, type, requirementOf(name, field)] as const]));
  });
}

describe.each([
  ['createCluster', 'POST', '/v1/clusters', 'CreateClusterRequest', clusterRequest, CreateCluster],
  ['createAccount', 'POST', '/_emulator/accounts', 'NewAccount', { name: 'never-made' }, NewAccount],
  ['updateAccount', 'PATCH', '/_emulator/accounts/:account', 'AccountPatch', {}, AccountPatch],
  ['advanceClock', 'POST', '/_emulator/accounts/:account/clock/advance', 'ClockAdvance', {}, AdvanceRequest],
  ['settleClock', 'POST', '/_emulator/accounts/:account/clock/settle', 'ClockSettle', {}, SettleRequest],
] as const)('%s refuses values of wrong types', (_, method, url, schema, request, source) => {
  const wrong = wrongTypesOf(schema);

  test('in every field that it knows', () => {
    expect([...new Set(wrong.map(([field]) => field))].sort()).toEqual(Object.keys(source.shape).sort());
  });

  let account: TestAccount;
  let before: unknown;

  beforeAll(async () => {
    account = await emulator.account();
    before = await contentOf(emulator, account);
  });

  test.each(wrong)('%s of type %s: %s', async (field, type, requirement) => {
    const refused = await emulator.call({
      method,
      url: url.replace(':account', account.id),
      body: { ...request, [field]: samples[type] },
      headers: { authorization: `Bearer ${account.token}` },
    });
    expectRefusal(refused, invalid(`${field} ${requirement}`));
  });

  test('and writes nothing', async () => {
    expect(await contentOf(emulator, account)).toEqual(before);
  });
});
