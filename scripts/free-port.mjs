import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody listens on at this moment, for a server that tells nobody which one it has taken. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
