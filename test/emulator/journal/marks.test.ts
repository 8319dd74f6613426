import { describe, expect, test } from '@jest/globals';
import { connectEmulator } from '../../support/emulator.js';
import { journalOf } from './support.js';

const emulator = await connectEmulator();

describe('markJournal', () => {
  test('201: two tests on one account each see what is theirs', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    const first = await journal.mark('first');
    expect(first).toMatchObject({ status: 201, body: { name: 'first', sequence: expect.any(Number) } });
    await account.get('/v1/clusters');
    await journal.mark('second');
    await account.get('/v1/versions');
    await account.get('/v1/regions');
    expect(await journal.operations({ before: 'first' })).toEqual(['iamToken 200']);
    expect(await journal.operations({ after: 'first', before: 'second' })).toEqual(['getClusters 200']);
    expect(await journal.operations({ after: 'second' })).toEqual(['getVersions 200', 'getRegions 200']);
    expect((await journal.read({ after: 'second', operation: 'getVersions' })).count).toBe(1);
    expect((await journal.read({ after: 'second', before: 'first' })).count).toBe(0);
  });

  test('a mark of the same name moves', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    await journal.mark('here');
    await account.get('/v1/clusters');
    await journal.mark('here');
    expect(await journal.operations({ after: 'here' })).toEqual([]);
    await account.get('/v1/versions');
    expect(await journal.operations({ after: 'here' })).toEqual(['getVersions 200']);
  });

  test('a mark is the account its own', async () => {
    const account = await emulator.account();
    const other = await emulator.account();
    await journalOf(emulator, other).mark('theirs');
    expect(await journalOf(emulator, account).ask({ after: 'theirs' })).toMatchObject({
      status: 404,
      body: { code: 'X0404', description: "The journal of the account has no mark with the name 'theirs'." },
    });
    expect((await journalOf(emulator, account).ask({ before: 'theirs' })).status).toBe(404);
  });

  test.each([
    [{}, 'E0020'],
    [{ name: '' }, 'E0020'],
    [{ name: 'a b' }, 'E0021'],
    [{ name: 3 }, 'E0021'],
  ])('400: %j', async (body, code) => {
    const account = await emulator.account();
    const { url } = journalOf(emulator, account);
    expect(await emulator.call({ method: 'POST', url: `${url}/marks`, body })).toMatchObject({ status: 400, body: { code } });
  });

  test('404: an account that is not there', async () => {
    expect((await journalOf(emulator, { id: 'nobody' }).mark('x')).status).toBe(404);
  });

  test('many marks between many calls cut each where it was set', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    for (let index = 0; index < 10; index += 1) {
      await journal.mark(`m${index}`);
      await account.get(`/v1/clusters/c${index}`);
    }
    for (let index = 0; index < 9; index += 1) {
      const { entries } = await journal.read({ after: `m${index}`, before: `m${index + 1}` });
      expect(entries.map(({ path }) => path)).toEqual([`/v1/clusters/c${index}`]);
    }
  });
});

describe('clearJournal', () => {
  test('204: entries and marks go; what comes later is recorded', async () => {
    const account = await emulator.account();
    const journal = journalOf(emulator, account);
    await account.get('/v1/clusters');
    await journal.mark('here');
    expect((await journal.clear()).status).toBe(204);
    expect(await journal.read()).toEqual({ count: 0, entries: [], next: null });
    expect((await journal.ask({ after: 'here' })).status).toBe(404);
    await account.get('/v1/versions');
    expect(await journal.operations()).toEqual(['getVersions 200']);
  });

  test('404: an account that is not there', async () => {
    expect((await journalOf(emulator, { id: 'nobody' }).clear()).status).toBe(404);
  });
});
