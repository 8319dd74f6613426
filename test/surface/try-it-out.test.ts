import { describe, expect, test } from '@jest/globals';
import { documents, type Document, operationsOf, type PlacedOperation, resolve } from './document.js';
import { startFreshEmulator } from './own-database.js';

/** What Swagger UI does with one click on a fresh emulator: the documented example, nobody logged in. */
const app = await startFreshEmulator();
const document = app.swagger() as unknown as Document;
/** A stream ends when whoever reads it leaves. */
const ENDLESS = ['streamJournal'];
const operations = operationsOf(document).filter(({ operationId }) => !ENDLESS.includes(operationId));

async function tryOut({ method, path, parameters = [], requestBody }: PlacedOperation): Promise<{ status: number; body: unknown; url: string }> {
  const required = parameters.filter((parameter) => parameter.required);
  const query = new URLSearchParams(required.filter(({ in: place }) => place === 'query').map(({ name, example }) => [name, String(example)] as [string, string]));
  const filled = required
    .filter(({ in: place }) => place === 'path')
    .reduce((url, { name, example }) => url.replace(`{${name}}`, encodeURIComponent(String(example))), path);
  const url = query.size === 0 ? filled : `${filled}?${query.toString()}`;
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const example = media === undefined ? undefined : resolve(document, media.schema).examples?.[0];
  const payload = type?.includes('form') === true ? new URLSearchParams(example as Record<string, string>).toString() : JSON.stringify(example);
  const response = await app.inject({
    method: method as 'GET',
    url,
    headers: type === undefined ? {} : { 'content-type': type },
    ...(example !== undefined && { payload }),
  });
  const isJson = String(response.headers['content-type']).includes('json');
  return { status: response.statusCode, body: isJson ? response.json<unknown>() : response.body, url };
}

const byId = (id: string): PlacedOperation => {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`${id} is not documented`);
  return found;
};
const exampleOf = ({ parameters = [] }: PlacedOperation): unknown[] => parameters.filter(({ required }) => required).map(({ example }) => example);

/** What is about a token, and says so to whoever sends none. */
const NEEDS_A_TOKEN = ['iamUserInfo'];

/** Ids that only a running emulator hands out: nobody can document them beforehand. */
const UNFORESEEABLE = ['workerId', 'worker', 'albID'];
const foreseeable = operations.filter(({ parameters = [] }) => !parameters.some(({ name, required }) => required && UNFORESEEABLE.includes(name)));

describe('on a fresh emulator, before anything exists,', () => {
  test.each(NEEDS_A_TOKEN)('%s answers 401', async (id) => {
    expect(await tryOut(byId(id))).toMatchObject({ status: 401, body: { errorCode: 'BXNIM0446E' } });
  });

  const reads = foreseeable.filter((one) => one.method === 'GET' && !exampleOf(one).includes('my-cluster') && !NEEDS_A_TOKEN.includes(one.operationId));
  test.each(reads.map((one) => [one.operationId, one] as const))(
    '%s answers 200, or 404 where there is one thing to read and it is not there',
    async (_, operation) => {
      const { status } = await tryOut(operation);
      expect(documents(operation, status)).toBe(true);
      expect([200, 404]).toContain(status);
    },
  );
});

describe('with every example as it is documented,', () => {
  test('a cluster is created', async () => {
    expect(await tryOut(byId('createCluster'))).toMatchObject({ status: 201, body: { id: expect.any(String) } });
  });

  test('every operation that reads something of the cluster `my-cluster` answers 200 once all is deployed; some refuse until then', async () => {
    const reads = foreseeable.filter((one) => one.method === 'GET' && exampleOf(one).includes('my-cluster'));
    expect(reads.length).toBeGreaterThan(10);
    const readAll = async (): Promise<{ url: string; status: number }[]> => {
      const answers = await Promise.all(reads.map(tryOut));
      return answers.map(({ url, status }) => ({ url, status }));
    };
    const allGood = reads.map(() => ({ url: expect.any(String), status: 200 }));
    for (const { status } of await readAll()) expect([200, 400]).toContain(status);
    expect(await tryOut(byId('settleClock'))).toMatchObject({ status: 200, body: { nextDueAt: null } });
    expect(await readAll()).toEqual(allGood);
  });

  test.each(operations.filter(({ path, method }) => method !== 'GET' && /^\/(identity|_emulator\/accounts\/\{account\}\/clock)/.test(path)).map(({ operationId }) => operationId))(
    '%s answers 200',
    async (id) => {
      expect(await tryOut(byId(id))).toMatchObject({ status: 200 });
    },
  );

  test('an account is created', async () => {
    expect(await tryOut(byId('createAccount'))).toMatchObject({ status: 201, body: { name: 'my-test', apiKey: expect.any(String) } });
  });

  test('the example with `instant` is what instant means: a new cluster is normal at once', async () => {
    expect(await tryOut(byId('updateAccount'))).toMatchObject({ status: 200, body: { speed: 'instant' } });
    const created = await app.inject({ method: 'POST', url: '/v1/clusters', payload: { name: 'second', dataCenter: 'dal10', machineType: 'b3c.4x16' } });
    expect(created.statusCode).toBe(201);
    expect((await app.inject('/v1/clusters/second')).json()).toMatchObject({ state: 'normal' });
  });

  test('what is not there yet is a 404 in the envelope, never a failure', async () => {
    for (const operation of operations.filter((one) => one.method === 'GET' && !foreseeable.includes(one))) {
      const answer = await tryOut(operation);
      expect(answer).toMatchObject({ status: 404, body: { description: expect.stringMatching(/^The specified .+ could not be found\.$/) } });
    }
  });

  test('every other change is made, or refused with one of the refusals that its documentation names', async () => {
    const removals = operations.filter(({ method }) => method === 'DELETE').sort((a, b) => b.path.length - a.path.length);
    const others = operations.filter(({ method, path }) => !['GET', 'DELETE'].includes(method) && path.startsWith('/v'));
    for (const operation of [...others, ...removals]) {
      const { status } = await tryOut(operation);
      const place = `${operation.method} ${operation.path}`;
      expect([place, status, documents(operation, status) && status < 500]).toEqual([place, status, true]);
    }
    expect((await tryOut(byId('getClusters'))).body).toEqual([]);
  });
});
