import { describe, expect, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDirectory, run, start } from '../server/emulator-process.js';

const SEED = `
accounts:
  default:
    clusters:
      - { name: shop, dataCenter: dal10, machineType: b3c.4x16, workerNum: 2, age: 3d }
  team-a:
    speed: 1
    clusters:
      - { name: young, dataCenter: fra02, machineType: b3c.4x16, state: deploying }
`;

async function seedFile(text: string, name = 'seed.yaml'): Promise<{ directory: string; file: string }> {
  const directory = await makeDirectory();
  const file = path.join(directory, name);
  await writeFile(file, text);
  return { directory: path.join(directory, 'data'), file };
}

interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

describe('--seed', () => {
  test('makes the accounts before anybody calls; a second start leaves them alone and says so', async () => {
    const { directory, file } = await seedFile(SEED);
    const options = { args: ['--data-dir', directory, '--seed', file], environment: { IKS_LOG_LEVEL: 'info' } };
    const first = await start(options);
    const { body: clusters } = await first.call<Cluster[]>('GET', '/v1/clusters');
    expect(clusters).toMatchObject([{ name: 'shop', state: 'normal' }]);
    const young = await first.call('GET', '/_emulator/accounts/team-a/explain?resource=young');
    expect(young).toMatchObject({ status: 200, body: { state: 'deploying' } });
    expect((await first.call('DELETE', '/v1/clusters/shop')).status).toBe(204);
    await first.call('POST', '/_emulator/accounts/default/clock/settle', { until: 'all' });
    const { stderr } = await first.end('SIGTERM');
    expect(stderr).toContain('seed: the account default was created, with one cluster');
    expect(stderr).toContain('seed: the account team-a was created, with one cluster');

    const second = await start(options);
    expect((await second.call<Cluster[]>('GET', '/v1/clusters')).body).toEqual([]);
    expect((await second.end('SIGTERM')).stderr).toContain('seed: the account default exists already and is left alone');
  });

  test('by IKS_SEED_FILE, as JSON; the ids are the same on every machine', async () => {
    const json = JSON.stringify({ accounts: { default: { clock: { now: '2030-01-01', frozen: true }, clusters: [{ name: 'shop', dataCenter: 'dal10', machineType: 'b3c.4x16' }] } } });
    const found: unknown[] = [];
    for (const run of [1, 2]) {
      const { directory, file } = await seedFile(json, `seed-${run}.json`);
      const emulator = await start({ args: ['--data-dir', directory], environment: { IKS_SEED_FILE: file } });
      found.push((await emulator.call('GET', '/v1/clusters')).body, (await emulator.call('GET', '/v1/clusters/shop/workers')).body);
      await emulator.end('SIGTERM');
    }
    expect(found.slice(2)).toEqual(found.slice(0, 2));
    expect(found[0]).toMatchObject([{ name: 'shop', state: 'normal' }]);
  });
});

describe('a wrong seed file stops the start, with a line for each problem by file, line and column', () => {
  test.each([
    ['what is not well-formed', `${SEED}    workers: 2\n    speeed: 1\n`, [":10:5: accounts.team-a has no field 'workers'", ":11:5: accounts.team-a has no field 'speeed'"]],
    ['what cannot be', SEED.replace('dal10', 'mars1'), [":5:9: accounts.default.clusters.0: The request is not valid: dataCenter 'mars1' is not a classic zone"]],
    ['what cannot be read', 'accounts: [\n', [':2:1: cannot be read as YAML: ']],
  ])('%s', async (_, text, lines) => {
    const { directory, file } = await seedFile(text);
    const { code, stdout, stderr } = await run({ args: ['--data-dir', directory, '--seed', file] }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const said = stderr.trimEnd().split('\n');
    expect(said[0]).toBe('iks-emulator: The seed file is refused, and nothing was changed.');
    expect(said.slice(1)).toEqual(lines.map((line) => expect.stringContaining(`${file}${line}`) as unknown));
  });

  test('a file that is not there', async () => {
    const { code, stderr } = await run({ args: ['--ephemeral', '--seed', '/no/such/seed.yaml'] }).ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^iks-emulator: The seed file \/no\/such\/seed\.yaml cannot be read: ENOENT[^\n]+\n$/) as unknown });
  });
});
