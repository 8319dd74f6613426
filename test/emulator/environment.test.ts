import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { formats } from '../../src/emulator/environment/formats.js';
import { startEmulator } from '../support/emulator.js';
import { logIn } from './support.js';

const emulator = await startEmulator();
const path = '/_emulator/env';
const host = 'emulator.test:8080';
const origin = `http://${host}`;

type Environment = Readonly<Record<string, string>>;

const print = (query: string, headers: Readonly<Record<string, string>> = { host }) => emulator.call({ method: 'GET', url: `${path}${query}`, headers });

const environmentFor = async (query = ''): Promise<Environment> => (await print(`?format=json${query}`)).body as Environment;

const accountOfKey = async (apiKey: string | undefined): Promise<string> => {
  const token = await logIn(emulator, apiKey ?? '');
  return (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { account: { bss: string } }).account.bss;
};

/** What bash has in its environment once it has read the text. */
function readByBash(text: string, names: readonly string[]): Environment {
  const script = `${text}\nfor name in "$@"; do printf '%s\\0' "\${!name}"; done`;
  const values = execFileSync('bash', ['--norc', '-c', script, 'bash', ...names], { encoding: 'utf8', env: {} }).split('\0');
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

describe('what is printed', () => {
  test('leads the Terraform provider here with every service that it manages clusters with (1.1)', async () => {
    expect(await environmentFor('&client=terraform')).toMatchObject({
      IBMCLOUD_CS_API_ENDPOINT: `${origin}/global`,
      IBMCLOUD_SATELLITE_API_ENDPOINT: `${origin}/global`,
      IBMCLOUD_IAM_API_ENDPOINT: origin,
      IBMCLOUD_GS_API_ENDPOINT: origin,
      IBMCLOUD_GT_API_ENDPOINT: origin,
      IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT: origin,
      IBMCLOUD_IS_NG_API_ENDPOINT: `${origin}/v1`,
      IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT: origin,
      IBMCLOUD_KP_API_ENDPOINT: origin,
      IAAS_CLASSIC_ENDPOINT_URL: origin,
      IC_VISIBILITY: 'public',
      IC_API_KEY: 'any-key-you-like',
    });
  });

  test('leads bluemix-go here with every service that it has an address of', async () => {
    const names = Object.keys(await environmentFor('&client=bluemix-go'));
    const services = ['ACCOUNT_MANAGEMENT_API', 'CERTIFICATE_MANAGER_API', 'CF_API', 'CIS_API', 'CR_API', 'CSE', 'CS_API', 'FUNCTIONS_API'];
    const more = ['GS_API', 'GT_API', 'HPCS_API', 'IAMPAP_API', 'IAM_API', 'ICD_API', 'MCCP_API', 'RESOURCE_CATALOG_API', 'RESOURCE_CONTROLLER_API'];
    const rest = ['RESOURCE_MANAGEMENT_API', 'SAT_API', 'SCHEMATICS_API', 'UAA', 'USER_MANAGEMENT'];
    const endpoints = [...services, ...more, ...rest].map((name) => `IBMCLOUD_${name}_ENDPOINT`);
    expect(names.sort()).toEqual([...endpoints, 'IC_API_KEY', 'IC_VISIBILITY'].sort());
  });

  test("is the external configuration of IBM's SDKs", async () => {
    expect(await environmentFor('&client=container-services-go-sdk')).toMatchObject({
      KUBERNETES_SERVICE_API_URL: `${origin}/global`,
      KUBERNETES_SERVICE_API_AUTH_TYPE: 'iam',
      KUBERNETES_SERVICE_API_AUTH_URL: origin,
      KUBERNETES_SERVICE_API_APIKEY: 'any-key-you-like',
    });
    const ofNode = await environmentFor('&client=ibm-cloud-sdk-core');
    for (const service of ['RESOURCE_MANAGER', 'GLOBAL_SEARCH', 'GLOBAL_TAGGING', 'USER_MANAGEMENT', 'IAM_IDENTITY']) {
      const settings = ['URL', 'AUTH_TYPE', 'AUTH_URL', 'APIKEY'].map((name) => ofNode[`${service}_${name}`]);
      expect([service, ...settings]).toEqual([service, origin, 'iam', origin, 'any-key-you-like']);
    }
  });

  test('has nothing but addresses of this emulator, the key and plain words; for all clients it is all of theirs together', async () => {
    const all = await environmentFor();
    expect([...new Set(Object.values(all))].sort()).toEqual(['any-key-you-like', origin, `${origin}/global`, `${origin}/v1`, 'iam', 'public'].sort());
    const names = new Set<string>();
    for (const client of ['terraform', 'bluemix-go', 'container-services-go-sdk', 'ibm-cloud-sdk-core', 'curl']) {
      const ofClient = await environmentFor(`&client=${client}`);
      expect(all).toMatchObject(ofClient);
      for (const name of Object.keys(ofClient)) names.add(name);
    }
    expect([...names].sort()).toEqual(Object.keys(all).sort());
  });

  test.each(['127.0.0.1:4570', '[::1]:4570', 'localhost', 'iks_emulator.internal'])('is for callers who found the emulator at %s', async (name) => {
    const { body } = await print('?format=json&client=curl', { host: name });
    expect(body).toMatchObject({ IBMCLOUD_IAM_API_ENDPOINT: `http://${name}` });
  });
});

describe('formats', () => {
  test('sh is the usual one, and gives a shell what json says', async () => {
    const environment = await environmentFor();
    const printed = await print('');
    expect(printed.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect((await print('?format=sh')).text).toBe(printed.text);
    expect(printed.text.split('\n')[0]).toBe(`export IBMCLOUD_IAM_API_ENDPOINT='${origin}'`);
    expect(readByBash(printed.text, Object.keys(environment))).toEqual(environment);
  });

  test('dotenv gives readers of .env files what json says', async () => {
    const { text } = await print('?format=dotenv');
    expect(text.split('\n')[0]).toBe(`IBMCLOUD_IAM_API_ENDPOINT=${origin}`);
    expect(parseEnv(text)).toEqual(await environmentFor());
  });

  test('hcl is a map', async () => {
    const { text } = await print('?format=hcl&client=curl');
    const [first, second, ...rest] = text.split('\n');
    expect([first, second]).toEqual(['env_vars = {', `  IBMCLOUD_IAM_API_ENDPOINT = "${origin}"`]);
    expect(rest.slice(-3)).toEqual(['  IC_API_KEY = "any-key-you-like"', '}', '']);
  });

  test('json is JSON', async () => {
    expect((await print('?format=json')).headers['content-type']).toBe('application/json; charset=utf-8');
  });

  const hostile = { QUOTE: "it's", DOLLAR: '$HOME ${HOME} `id` $(id)', DOUBLE: 'say "hi"', BACKSLASH: 'a\\nb\\', HASH: 'a # b', SPACES: ' a  b ', TEMPLATE: '%{if} ${x}' };

  test('values of every kind come through a shell as they are', () => {
    const environment = { ...hostile, LINES: 'a\nb', ALL: `'"\`$\\!;&|<>()*?[]{}~#` };
    expect(readByBash(formats.sh.print(environment), Object.keys(environment))).toEqual(environment);
  });

  test('values of every kind come through a .env file as they are', () => {
    expect(parseEnv(formats.dotenv.print(hostile))).toEqual(hostile);
  });

  test('nothing in a value is a template to HCL', () => {
    expect(formats.hcl.print(hostile).split('\n')).toEqual([
      'env_vars = {',
      `  QUOTE = "it's"`,
      '  DOLLAR = "$HOME $${HOME} `id` $(id)"',
      String.raw`  DOUBLE = "say \"hi\""`,
      String.raw`  BACKSLASH = "a\\nb\\"`,
      '  HASH = "a # b"',
      '  SPACES = " a  b "',
      '  TEMPLATE = "%%{if} $${x}"',
      '}',
      '',
    ]);
  });
});

describe('the API key', () => {
  test('leads to an account of its own when no account is named', async () => {
    const account = await emulator.account();
    const { IC_API_KEY: apiKey, KUBERNETES_SERVICE_API_APIKEY: same } = await environmentFor();
    expect(same).toBe(apiKey);
    expect(await accountOfKey(apiKey)).not.toBe(account.id);
  });

  test('is a new one of the account that is named, by id or name, which can be revoked; the others are never shown', async () => {
    const account = await emulator.account();
    const { IC_API_KEY: first } = await environmentFor(`&account=${account.id}`);
    const { IC_API_KEY: second } = await environmentFor(`&account=${account.name}`);
    expect(new Set([first, second, account.apiKey]).size).toBe(3);
    expect([await accountOfKey(first), await accountOfKey(second)]).toEqual([account.id, account.id]);
    const listed = await account.get<readonly { id: string; roles: readonly string[] }[]>(`/_emulator/accounts/${account.id}/api-keys`);
    expect(listed.body.map(({ roles }) => roles)).toEqual([['administrator'], ['administrator'], ['administrator']]);
  });

  test('404 for an unknown account', async () => {
    expect(await print('?account=nobody')).toMatchObject({ status: 404, body: { code: expect.any(String) } });
  });
});

describe('400', () => {
  test.each(['?format=xml', '?format=SH', '?client=nobody'])('for %s', async (query) => {
    expect((await print(query)).status).toBe(400);
  });

  test.each(["a'b", 'a$(id)', 'a b', 'a;id', 'a:b', 'a`id`', 'user@host'])('for the Host %s, which must not get into what people paste', async (name) => {
    const refused = await print('', { host: name });
    expect(refused).toMatchObject({ status: 400, body: { description: expect.stringContaining('Host') } });
  });
});
