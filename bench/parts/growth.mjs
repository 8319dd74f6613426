import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { Account, cluster } from '../support/account.mjs';
import { Database } from '../support/database.mjs';
import { median, repeat, timed } from '../support/statistics.mjs';

const [FEW, MANY] = [1_000, 100_000];
const REPEATS = 5;

/** The same calls in an account with a thousand clusters and in one with a hundred thousand, in turns. */
export async function measureGrowth({ server, load, report }) {
  const small = await grow(server, FEW);
  const filled = performance.now();
  const large = await grow(server, MANY);
  report.note({ what: `fill an account with ${print(MANY)} clusters by SQL`, unit: 's', value: (performance.now() - filled) / 1_000 });

  // No call is like another, so that each is answered from the database: kept answers to a thousand calls fit into
  // memory, those to a hundred thousand do not.
  const CALLS = [
    { what: 'GET any of so many clusters', target: '/v1/clusters/grown-{any}?call={n}', limit: 1.2 },
    { what: "GET any cluster's workers", target: '/v1/clusters/grown-{any}/workers?call={n}' },
    { what: 'create a cluster', target: '/v1/clusters', body: cluster('shop-{n}') },
  ];
  for (const { what, target, body, limit } of CALLS) {
    const method = body === undefined ? 'GET' : 'POST';
    // Creates of one account wait for each other, so that more connections would measure the wait.
    const requestTo = (account, any) => ({ ...account.request(method, target, body), any, ...(body !== undefined && { connections: 1 }) });
    const results = await load.compare({ few: requestTo(small, FEW), many: requestTo(large, MANY) });
    const [few, many] = [results.few.perSecond, results.many.perSecond];
    report.note({ what: `${what}, ${print(MANY)}`, unit: 'requests/s', value: many, beside: { [print(FEW)]: few } });
    if (limit !== undefined) {
      report.require({ what: `${what}: time with ${print(MANY)} to time with ${print(FEW)}`, value: few / many, below: limit });
    }
  }
  const lists = await repeat(REPEATS, () => timed(() => small.call('GET', '/v1/clusters')));
  report.note({ what: `GET a list of ${print(FEW)} clusters`, unit: 'ms', value: median(lists) });
}

/** An account with so many clusters, all of them ready, whose clock stands still. */
async function grow(server, count) {
  const account = await Account.create(server.url, `growth-${count}`);
  await account.call('POST', '/v1/clusters', cluster('grown'));
  await account.settle();
  await account.control('POST', 'clock/freeze');
  await account.change({ speed: 1 });
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    await new Database(client).multiply(account.id, 'grown', count);
  } finally {
    await client.end();
  }
  return account;
}

const print = (count) => count.toLocaleString('en');
