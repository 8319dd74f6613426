import { expect, test } from '@jest/globals';
import { fitsSearch } from '../../src/domains/users/rules.js';

const ann = { identifier: '0A1B2C', iamId: 'IBMid-0A1B2C', givenName: 'Ann', familyName: 'Lee', name: 'Ann Lee', email: 'ann@example.com' };

test.each([
  ['firstname:ann', true],
  ['firstname:lee', false],
  ['lastname:LEE', true],
  ['lastname:ann', false],
  ['email:@EXAMPLE', true],
  ['email:bob', false],
  ['userId:ann@', true],
  ['state:active', true],
  ['state:PENDING', false],
  ['iam_id:ibmid-0a', true],
  ['iam_id:0b', false],
  ['realm:IBMid', true],
  ['realm:0A1B', false],
  [' firstname : ann ', true],
  ['firstname:bob,lastname:lee', true],
  ['firstname:bob,lastname:kim', false],
  ['ann', false],
  ['colour:red', false],
  ['constructor:x', false],
  ['toString:', false],
  ['emailx', false],
  ['email', false],
  ['email:', true],
  ['email:a:b', false],
])('a search for %j finds Ann Lee: %p', (search, found) => expect(fitsSearch(ann, search)).toBe(found));

test('a value may have colons of its own', () => {
  expect(fitsSearch({ ...ann, givenName: 'A:nn' }, 'firstname:a:n')).toBe(true);
});
