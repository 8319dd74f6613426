import { startBareFastify, startMockoon, startPrism } from '../beside/servers.mjs';
import { Account } from '../support/account.mjs';
import { residentMegabytes } from '../support/process.mjs';
import { send } from '../support/send.mjs';

const CLUSTERS = 50;

const READS = [
  { what: 'GET a cluster', target: '/v1/clusters/shop-7', judged: true },
  { what: `GET a list of ${CLUSTERS} clusters`, target: '/v1/clusters', judged: true },
  { what: "GET a cluster's workers", target: '/v1/clusters/shop-7/workers' },
];

/** What most calls of a client cost: reads in an account with 50 clusters, each beside other servers, and the login. */
export async function measureRequests({ server, load, report }) {
  const account = await Account.create(server.url, 'requests');
  await account.fill(CLUSTERS);
  const others = { Prism: await startPrism(), Mockoon: await startMockoon() };
  try {
    for (const read of READS) await measureRead(read, { account, others, load, report });
    const { 'iks-emulator': logIn } = await load.compare({ 'iks-emulator': account.logIn() });
    report.note({ what: 'log in with an API key', unit: 'requests/s', value: logIn.perSecond });
    report.note({ what: 'memory under load, server process', unit: 'MB', value: await residentMegabytes(server.pid) });
  } finally {
    await Promise.all(Object.values(others).map((other) => other.stop()));
  }
}

async function measureRead({ what, target, judged = false }, { account, others, load, report }) {
  const own = account.request('GET', target);
  const bare = await startBareFastify(await send(own));
  try {
    const requests = { 'iks-emulator': own, 'bare Fastify': { ...own, url: bare.url } };
    for (const [name, { url }] of Object.entries(others)) requests[name] = { ...own, url: `${url}${target}` };
    const { 'iks-emulator': ours, ...theirs } = await load.compare(requests);
    const perSecond = Object.fromEntries(Object.entries(theirs).map(([name, result]) => [name, result.perSecond]));
    report.note({ what, unit: 'requests/s', value: ours.perSecond, beside: perSecond });
    report.note({ what: `${what}, 99th percentile`, unit: 'ms', value: ours.p99 });
    if (!judged) return;
    report.require({ what: `${what}: to Prism`, atLeast: 1.5, value: ours.perSecond / perSecond.Prism });
    report.require({ what: `${what}: to bare Fastify`, atLeast: 1 / 3, value: ours.perSecond / perSecond['bare Fastify'] });
    report.require({ what: `${what}: 99th percentile`, below: 10, unit: 'ms', value: ours.p99 });
  } finally {
    await bare.stop();
  }
}
