import { expect, test } from '@jest/globals';
import { startFreshEmulator } from './own-database.js';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly reqId?: string;
}

const lines: Line[] = [];
const app = await startFreshEmulator({ write: (line) => void lines.push(JSON.parse(line) as Line) });

/** What was logged of requests while `act` ran. */
async function logOf(act: () => Promise<unknown>): Promise<Line[]> {
  const before = lines.length;
  await act();
  return lines.slice(before).filter(({ reqId }) => reqId !== undefined);
}

const line = (rest: object): object => ({
  level: 30,
  time: expect.any(Number),
  pid: process.pid,
  hostname: expect.any(String),
  reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  responseTime: expect.any(Number),
  msg: 'request completed',
  ...rest,
});

test('a request is one line that names its operation, its account, its caller and what came of it', async () => {
  const { id } = (await app.inject('/_emulator/accounts/default')).json<{ id: string }>();
  const headers = { 'user-agent': 'curl/8.5.0' };
  const log = await logOf(() => app.inject({ url: '/global/v1/clusters/shop?showResources=true', headers }));
  expect(log).toEqual([
    line({
      req: { method: 'GET', url: '/v1/clusters/shop?showResources=true', remoteAddress: '127.0.0.1' },
      operationId: 'getCluster1',
      accountId: id,
      userAgent: 'curl/8.5.0',
      res: { statusCode: 404 },
    }),
  ]);
});

test('a request for an operation that is not built names it too', async () => {
  const [entry] = await logOf(() => app.inject('/v2/satellite/getClusters'));
  expect(entry).toMatchObject({ operationId: expect.stringMatching(/Clusters$/), res: { statusCode: 501 } });
});

test.each([
  ['of no operation', '/nowhere', 404, { accountId: expect.stringMatching(/^[0-9a-f]{32}$/) }],
  ['that the router cannot read', '/v1/%ZZ', 400, {}],
  ['whose path has too long a part', `/v1/clusters/${'x'.repeat(600)}`, 400, {}],
])('a request %s is one line too', async (_, url, statusCode, caller) => {
  const log = await logOf(() => app.inject(url));
  expect(log).toEqual([line({ ...caller, req: { method: 'GET', url, remoteAddress: '127.0.0.1' }, userAgent: 'lightMyRequest', res: { statusCode } })]);
});

test('what nobody has to sign in for is logged without an account', async () => {
  const [entry] = await logOf(() => app.inject('/livez'));
  expect(entry).toMatchObject({ msg: 'request completed', res: { statusCode: 200 } });
  expect(entry).not.toHaveProperty('accountId');
});
