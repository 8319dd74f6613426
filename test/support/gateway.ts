import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { wait } from '../../src/core/wait.js';

/** Stands between an emulator and a database: delays what passes, breaks connections, or is not there at all. */
export class Gateway {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;
  /** How many more chunks of the client pass before the connection breaks. */
  private chunksLeft = Infinity;
  private delay = 0;

  constructor(private target: URL) {}

  /** The way to the database through the gateway, the same as long as there is this gateway. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async open(): Promise<void> {
    this.server = createServer((client) => this.join(client)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = this.server === undefined ? undefined : once(this.server, 'close');
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Breaks the connection over which the client sends the chunk after so many, of whichever connection. */
  breakAfter(chunks: number): void {
    this.chunksLeft = chunks;
  }

  /** Holds each chunk back for so many milliseconds, either way. */
  slowDown(milliseconds: number): void {
    this.delay = milliseconds;
  }

  /** New connections lead there. */
  leadTo(target: URL): void {
    this.target = target;
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    for (const [one, other] of [[client, server], [server, client]] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined).on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    void this.carry(client, server, () => (this.chunksLeft -= 1) >= 0);
    void this.carry(server, client, () => true);
  }

  private async carry(from: Socket, to: Socket, mayPass: () => boolean): Promise<void> {
    try {
      for await (const chunk of from as AsyncIterable<Buffer>) {
        if (this.delay > 0) await wait(this.delay);
        if (!mayPass()) break;
        to.write(chunk);
      }
    } catch {
      // The connection broke, of which the other side hears by its own end.
    }
    from.destroy();
  }
}
