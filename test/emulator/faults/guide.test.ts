import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { FaultEffect } from '../../../src/domains/faults/schemas.js';
import { errorCatalogue } from '../../../src/errors/catalogue.js';
import { exampleDetails, type RealErrorKey } from '../../../src/errors/examples.js';
import { type WorkerCondition, workerConditions } from '../../../src/domains/workers/conditions.js';
import { connectEmulator } from '../../support/emulator.js';
import { type FaultBody, faultsOf } from './support.js';

const emulator = await connectEmulator();
const guide = await readFile(new URL('../../../docs/faults.md', import.meta.url), 'utf8');

/** The rows of the table below a heading, without its head. */
function tableBelow(heading: string): string[] {
  const section = guide.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section.split('\n').filter((line) => line.startsWith('| `'));
}

const firstCells = (rows: readonly string[]): string[] => rows.map((row) => /^\| `([^`]+)`/.exec(row)?.[1] ?? '');

const sentenceOf = (key: RealErrorKey): string => {
  const text = errorCatalogue[key].text as (...details: readonly unknown[]) => string;
  return text(...exampleDetails[key]);
};

describe('docs/faults.md', () => {
  test('has every effect, and no other', () => {
    const effects = FaultEffect.options.map(({ shape }) => shape.type.value as string);
    const told = [...firstCells(tableBelow('Effects on requests')), ...firstCells(tableBelow('Effects on clusters and workers'))];
    expect(told).toEqual(effects);
  });

  test('has every error with its status, code and sentence', () => {
    const rows = (Object.keys(exampleDetails) as RealErrorKey[]).map(
      (key) => `| \`${key}\` | ${errorCatalogue[key].status} | \`${errorCatalogue[key].code}\` | ${sentenceOf(key)} |`,
    );
    expect(tableBelow('Errors').sort()).toEqual(rows.sort());
  });

  test('has every condition of workers with its message', () => {
    const place = { workerId: 'WORKER', zone: 'ZONE', privateVlanId: 'VLAN', router: 'ROUTER' };
    const rows = (Object.keys(workerConditions) as WorkerCondition[]).map((key) => `| \`${key}\` | ${workerConditions[key](place)} |`);
    expect(tableBelow('Conditions')).toEqual(rows);
  });
});

const examples = [...guide.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text = '']) => text);

test('the guide has examples', () => expect(examples.length).toBeGreaterThan(5));

test.each(examples)('an example of the guide is a fault that can be armed: %s', async (text) => {
  const account = await emulator.account();
  const definition = JSON.parse(text) as Partial<FaultBody>;
  const { status, body } = await faultsOf(emulator, account).send(definition);
  expect([status, body]).toMatchObject([201, { effect: definition.effect, armed: true }]);
});
