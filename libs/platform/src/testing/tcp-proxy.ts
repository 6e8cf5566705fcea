import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';

export interface TcpTarget {
  readonly host: string;
  readonly port: number;
}

/** A server's stand-in on loopback that passes bytes on, until a test has it fail in one of the ways networks do. */
export interface TcpProxy {
  readonly port: number;
  /** The server is gone: open connections are reset, new ones refused. */
  cut(): Promise<void>;
  /** The server hangs: connections stay, and are accepted, but no byte passes. */
  freeze(): void;
  /** All is well again; what was frozen flows on. */
  restore(): Promise<void>;
  /** Once: the request that holds this text reaches the server, its answer does not come back, the connection breaks. */
  loseReplyTo(text: string): void;
  close(): Promise<void>;
}

class LoopbackProxy implements TcpProxy {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private frozen = false;
  private lost: string | undefined;
  port = 0;

  constructor(private readonly target: TcpTarget) {}

  async listen(): Promise<void> {
    const server = createServer((client) => this.join(client));
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    const closed = server && once(server, 'close');
    server?.close();
    for (const socket of this.sockets) socket.resetAndDestroy();
    await closed;
  }

  freeze(): void {
    this.frozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  async restore(): Promise<void> {
    this.frozen = false;
    for (const socket of this.sockets) socket.resume();
    if (this.server === undefined) await this.listen();
  }

  loseReplyTo(text: string): void {
    this.lost = text;
  }

  close(): Promise<void> {
    return this.cut();
  }

  private join(client: Socket): void {
    const upstream = createConnection({ ...this.target, noDelay: true });
    let losing = false;
    this.watch(client, upstream);
    this.watch(upstream, client);
    client.on('data', (chunk) => {
      if (this.lost !== undefined && chunk.includes(this.lost)) {
        this.lost = undefined;
        losing = true;
      }
      pass(chunk, client, upstream);
    });
    upstream.on('data', (chunk) => {
      if (losing) client.resetAndDestroy();
      else pass(chunk, upstream, client);
    });
  }

  private watch(socket: Socket, peer: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('end', () => peer.end());
    socket.on('drain', () => this.frozen || peer.resume());
    socket.on('close', () => {
      this.sockets.delete(socket);
      peer.destroy();
    });
    if (this.frozen) setImmediate(() => this.frozen && socket.pause());
  }
}

function pass(chunk: Buffer, from: Socket, to: Socket): void {
  if (!to.destroyed && !to.write(chunk)) from.pause();
}

/** Starts a proxy on a free port of 127.0.0.1. Close it, or the process stays. */
export async function startTcpProxy(target: TcpTarget): Promise<TcpProxy> {
  const proxy = new LoopbackProxy(target);
  await proxy.listen();
  return proxy;
}
