import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { median } from './statistics.mjs';

const CONNECTIONS = 10;
const WARM_UP = 3;
const SECONDS = 2;
const ROUNDS = 3;

/** Asks servers for much, through the process of the load generator. */
export class Load {
  #generator;

  /** One run of so many seconds over ten connections: requests a second, and percentiles of their time in milliseconds. */
  async run(request, seconds = SECONDS) {
    this.#generator ??= fork(path.join(import.meta.dirname, 'generator.mjs'));
    this.#generator.send({ connections: CONNECTIONS, seconds, ...request });
    const [{ measured, failure }] = await once(this.#generator, 'message');
    if (failure !== undefined) throw new Error(failure);
    return measured;
  }

  /**
   * Measures requests to several servers in turns, so that a moment in which the machine is slow is one for all of
   * them: the median of three rounds, after one that warms up.
   */
  async compare(requests) {
    const names = Object.keys(requests);
    for (const name of names) await this.run(requests[name], WARM_UP);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const results = {};
      for (const name of names) results[name] = await this.run(requests[name]);
      rounds.push(results);
    }
    const middle = (name, field) => median(rounds.map((results) => results[name][field]));
    return Object.fromEntries(
      names.map((name) => [name, { perSecond: middle(name, 'perSecond'), p50: middle(name, 'p50'), p99: middle(name, 'p99') }]),
    );
  }

  stop() {
    this.#generator?.kill();
  }
}
