import { expect } from '@jest/globals';
import type { Answer } from '../support/contract.js';
import type { Call, Emulator } from '../support/emulator.js';
import type { TestAccount } from '../support/test-account.js';
import type { FoundItem } from './bodies.js';

/** The IBM Cloud Terraform provider as far as requests show it: its headers, its bodies and its waits. */
export class Provider {
  constructor(
    private readonly emulator: Emulator,
    readonly account: TestAccount,
  ) {}

  /** With the headers of every container call: a type of content also where there is none, and empty choices. */
  async send<Body = unknown>(method: Call['method'], url: string, body?: unknown): Promise<Answer<Body>> {
    const headers = {
      authorization: `Bearer ${this.account.token}`,
      accept: 'application/json',
      'content-type': 'application/json',
      'x-auth-resource-account': this.account.id,
      'x-auth-resource-group': '',
      'x-auth-resource-org': '',
      'x-auth-resource-space': '',
      'x-region': '',
    };
    return (await this.emulator.call({ method, url: `/global${url}`, headers, body })) as Answer<Body>;
  }

  /** Fails on anything but a good answer, as an apply does. */
  async must<Body = unknown>(method: Call['method'], url: string, body?: unknown): Promise<Body> {
    const answer = await this.send<Body>(method, url, body);
    if (answer.status >= 300) throw new Error(`${method} ${url} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  get<Body>(url: string): Promise<Body> {
    return this.must<Body>('GET', url);
  }

  /** Polls in the account's time, at first one step after the call; two hours are too long. The provider's own step is ten seconds. */
  async wait(what: string, done: () => Promise<boolean>, everySeconds = 60): Promise<void> {
    for (let waited = 0; waited < 7_200; waited += everySeconds) {
      await this.account.advance(`${everySeconds}s`);
      if (await done()) return;
    }
    throw new Error(`waited two hours for ${what}`);
  }

  /** What the provider reads of tags with every read of a cluster. */
  async tags(crn: string): Promise<readonly string[]> {
    const found = await this.account.post<{ items: readonly FoundItem[] }>('/v3/resources/search', {
      query: `crn:"${crn}"`,
      fields: ['access_tags', 'tags', 'service_tags'],
    });
    expect(found.status).toBe(200);
    // An item without one of the lists ends the provider.
    expect(found.body.items.flatMap(({ tags, access_tags, service_tags }) => [tags, access_tags, service_tags]).every(Array.isArray)).toBe(true);
    return found.body.items[0]?.tags ?? [];
  }
}
