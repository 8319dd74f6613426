/**
 * The load generator, in a process of its own, so that what it costs is no cost of the server's or of whoever asks for
 * it. Takes jobs one after the other as messages and answers each with what it measured.
 */
import autocannon from 'autocannon';

/** A prime, so that its multiples come to every number below another before they come to one again. */
const STRIDE = 7_919;

process.on('message', async (job) => {
  try {
    process.send({ measured: await run(job) });
  } catch (error) {
    process.send({ failure: error.message });
  }
});

let sent = 0;

/**
 * `{n}` stands for a number that no other request has, and in a path `{any}` for one of as many numbers as `any`
 * says, in no order that a cache could like.
 */
async function run({ url, method, headers, body, any, connections, seconds }) {
  const vary = (request) => {
    sent += 1;
    const path = decodeURI(request.path).replace('{any}', String((sent * STRIDE) % any)).replace('{n}', String(sent));
    return { ...request, path, ...(body !== undefined && { body: body.replaceAll('{n}', String(sent)) }) };
  };
  const requests = [{ setupRequest: vary }];
  const varies = any !== undefined || body?.includes('{n}');
  const result = await autocannon({ url, method, headers, body, connections, duration: seconds, ...(varies && { requests }) });
  const { errors, timeouts, non2xx, latency, requests: rate, duration } = result;
  if (errors + timeouts + non2xx > 0) {
    throw new Error(`${method} ${url}: ${errors} requests failed, ${timeouts} took too long, ${non2xx} were refused`);
  }
  return { perSecond: rate.total / duration, p50: latency.p50, p99: latency.p99 };
}
