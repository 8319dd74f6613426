import { RawCreates } from '../beside/raw-pg.mjs';
import { Account, cluster } from '../support/account.mjs';
import { median } from '../support/statistics.mjs';

const ROUNDS = 3;
const SECONDS = 3;

/**
 * Creates in one account beside `pg` that inserts the same rows into another: one after the other, and over ten
 * connections.
 */
export async function measureCreates({ server, load, report }) {
  const account = await open(server, 'creates');
  const { id } = await open(server, 'raw-creates');
  const raw = await RawCreates.open(server.databaseUrl, id, 'sample');
  try {
    for (const connections of [1, 10]) {
      const { own, beside } = await compare(connections, { account, raw, load });
      const what = `create a cluster, ${connections === 1 ? 'one connection' : `${connections} connections`}`;
      report.note({ what, unit: 'requests/s', value: own, beside: { 'raw pg': beside } });
      report.require({ what: `${what}: to raw pg`, atLeast: 0.5, value: own / beside });
    }
  } finally {
    await raw.close();
  }
}

/** An account whose clock stands still, so that nothing but creates happens in it. */
async function open(server, name) {
  const account = await Account.create(server.url, name, { speed: 1 });
  await account.control('POST', 'clock/freeze');
  // The first cluster of a zone has VLANs made; those behind it are what is compared.
  await account.call('POST', '/v1/clusters', cluster('first'));
  await account.call('POST', '/v1/clusters', cluster('sample'));
  return account;
}

async function compare(connections, { account, raw, load }) {
  const create = (prefix) => ({ ...account.request('POST', '/v1/clusters', cluster(`${prefix}-{n}`)), connections });
  await load.run(create(`warm-${connections}`), 1);
  await raw.run(connections, 1);
  const own = [];
  const beside = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push((await load.run(create(`shop-${connections}-${round}`), SECONDS)).perSecond);
    // It waits its turn: then those are done, too, whose answers the load generator did not wait for.
    await account.change({ speed: 1 });
    beside.push(await raw.run(connections, SECONDS));
  }
  return { own: median(own), beside: median(beside) };
}
