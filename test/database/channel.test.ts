import { afterAll, expect, test } from '@jest/globals';
import { connectDatabase } from '../../src/database/connection.js';

const database = connectDatabase(process.env['TEST_DATABASE_URL'] ?? '');
afterAll(() => database.close());

test('a channel that was closed stays closed, whoever speaks to it', async () => {
  const heard: string[] = [];
  const [closed, other] = [database.openChannel('test_closing', (message) => heard.push(message)), database.openChannel('test_closing', () => undefined)];
  await closed.join();
  const own = await other.join();
  expect(await other.others()).toHaveLength(1);
  await closed.close();
  await expect(closed.join()).rejects.toThrow('The channel test_closing is closed.');
  await expect(closed.tell('one')).rejects.toThrow('The channel test_closing is closed.');
  await other.tell('two');
  expect(await other.others()).toEqual([]);
  expect(await other.join()).toBe(own);
  expect(heard).toEqual([]);
  await other.close();
});
