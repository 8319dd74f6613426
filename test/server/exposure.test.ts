import { describe, expect, test } from '@jest/globals';
import { networkInterfaces } from 'node:os';
import { start } from './emulator-process.js';

const environment = { DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? '' };
const EXPOSED = /^Everyone who can reach port \d+ at (0\.0\.0\.0|::) is administrator of the account default: without a token a call is taken for its owner's\. Set IKS_AUTH=strict to ask for a token, or IKS_HOST=127\.0\.0\.1 to listen on this machine alone\.$/;

/** An address by which others on its network reach this machine. */
const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

async function warningsOf(args: readonly string[]): Promise<readonly string[]> {
  const emulator = await start({ args: ['--log-level', 'warn', ...args], environment });
  const { stderr } = await emulator.end('SIGTERM');
  return stderr.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { msg: string }).msg);
}

describe('listening beyond this machine', () => {
  test.each(['0.0.0.0', '::'])('on %s with IKS_AUTH=lenient says on standard error what that means', async (host) => {
    expect(await warningsOf(['--host', host])).toEqual([expect.stringMatching(EXPOSED)]);
  });

  test.each([['0.0.0.0', 'strict'], ['127.0.0.1', 'lenient'], ['127.1.2.3', 'lenient'], ['localhost', 'lenient']])('on %s with IKS_AUTH=%s there is nothing to say', async (host, auth) => {
    expect(await warningsOf(['--host', host, '--auth', auth])).toEqual([]);
  });
});

(ownAddress === undefined ? describe.skip : describe)('a caller from beyond this machine', () => {
  const token = 'a-control-token-of-32-characters';

  test('gets at the control API by IKS_CONTROL_TOKEN alone', async () => {
    const emulator = await start({ args: ['--host', '0.0.0.0', '--log-level', 'silent'], environment: { ...environment, IKS_CONTROL_TOKEN: token } });
    const { port } = new URL(emulator.url);
    const ask = async (host: string, headers: Record<string, string> = {}): Promise<number> =>
      (await fetch(`http://${host}:${port}/_emulator/accounts`, { headers })).status;
    expect(await ask('127.0.0.1')).toBe(200);
    expect(await ask(ownAddress ?? '')).toBe(401);
    expect(await ask(ownAddress ?? '', { authorization: `Bearer ${token}` })).toBe(200);
    await emulator.end('SIGTERM');
  });

  test('does not get at it where that is not set', async () => {
    const emulator = await start({ args: ['--host', '0.0.0.0', '--log-level', 'silent'], environment });
    const { port } = new URL(emulator.url);
    const answer = await fetch(`http://${ownAddress ?? ''}:${port}/_emulator/accounts`, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, await answer.json()]).toEqual([401, expect.objectContaining({ code: 'X0401', description: expect.stringContaining('IKS_CONTROL_TOKEN') })]);
    await emulator.end('SIGTERM');
  });
});
