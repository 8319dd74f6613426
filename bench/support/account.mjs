import { URLSearchParams } from 'node:url';
import { send } from './send.mjs';

/** Room for whatever the benchmark puts into one zone. */
const ROOM = { clusterQuota: 1_000_000, workerQuota: 10_000_000, subnetsPerVlanQuota: 1_000_000 };

/** A cluster as all parts of the benchmark create it: two workers in dal10. */
export const cluster = (name) => ({ name, dataCenter: 'dal10', machineType: 'b3c.4x16', workerNum: 2 });

/** An account of the emulator under measurement, and its owner, logged in. */
export class Account {
  #token;

  constructor(server, { id, apiKey }) {
    Object.assign(this, { server, id, apiKey });
  }

  /** At `instant`, unless told otherwise, everything is ready as soon as it is looked at. */
  static async create(server, name, settings = {}) {
    const request = toRequest(`${server}/_emulator/accounts`, 'POST', { name, ...ROOM, speed: 'instant', ...settings });
    const account = new Account(server, JSON.parse(await send(request)));
    account.#token = JSON.parse(await send(account.logIn())).access_token;
    return account;
  }

  /** A call of the owner's, to be sent. */
  request(method, target, body) {
    const { headers, ...request } = toRequest(`${this.server}${target}`, method, body);
    return { ...request, headers: { ...headers, authorization: `Bearer ${this.#token}` } };
  }

  /** The call by which clients get a token for the API key of the account. */
  logIn() {
    const form = new URLSearchParams({ grant_type: 'urn:ibm:params:oauth:grant-type:apikey', apikey: this.apiKey });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { url: `${this.server}/identity/token`, method: 'POST', headers, body: form.toString() };
  }

  call(method, target, body) {
    return send(this.request(method, target, body));
  }

  control(method, target, body) {
    return send(toRequest(`${this.server}/_emulator/accounts/${this.id}/${target}`, method, body));
  }

  /** Changes settings of the account. */
  change(settings) {
    return send(toRequest(`${this.server}/_emulator/accounts/${this.id}`, 'PATCH', settings));
  }

  /** Creates clusters named shop-0 and so on, all of them ready. */
  async fill(count) {
    for (let index = 0; index < count; index += 1) await this.call('POST', '/v1/clusters', cluster(`shop-${index}`));
    await this.settle();
  }

  /** Afterwards nothing is due any more. */
  settle() {
    return this.control('POST', 'clock/settle', { until: 'all' });
  }
}

function toRequest(url, method, body) {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return { url, method, headers: {}, ...(body !== undefined && json) };
}
