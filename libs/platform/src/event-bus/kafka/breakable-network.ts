import { connect, createServer, type Server, type Socket } from 'node:net';
import type { ISocketFactory } from 'kafkajs';

const PRODUCE = 0;

/**
 * A network that tests can break. Every connection goes through a relay in this process, whatever address the broker
 * gives for itself; the broker itself stays up.
 */
export class BreakableNetwork {
  readonly #server: Server;
  readonly #connections = new Set<Socket>();
  readonly #targets = new Map<number, { readonly host: string; readonly port: number }>();
  #cut = false;
  #swallow = 0;
  #silent = false;

  private constructor() {
    this.#server = createServer((near) => this.#relay(near));
  }

  static async open(): Promise<BreakableNetwork> {
    const network = new BreakableNetwork();
    await new Promise<void>((resolve) => network.#server.listen(0, '127.0.0.1', resolve));
    return network;
  }

  readonly socketFactory: ISocketFactory = ({ host, port, onConnect }) => {
    const socket = connect({ host: '127.0.0.1', port: this.#port }, () => {
      this.#targets.set(socket.localPort ?? 0, { host, port });
      onConnect();
    });
    return socket;
  };

  /** Ends every connection, and every new one. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#connections) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
    this.#swallow = 0;
    this.#silent = false;
  }

  /** The broker gets the next so many produce requests and answers; the connection ends before the answer arrives. */
  swallowProduceAnswers(count: number): void {
    this.#swallow = count;
  }

  /** The broker gets produce requests and answers; nothing of a connection that carried one arrives any more. */
  silenceProduceAnswers(): void {
    this.#silent = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get #port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  #relay(near: Socket): void {
    near.on('error', () => {});
    if (this.#cut) {
      near.destroy();
      return;
    }
    this.#track(near);
    near.once('data', (first) => {
      const target = this.#targets.get(near.remotePort ?? 0);
      if (target === undefined) {
        near.destroy();
        return;
      }
      this.#join(near, connect(target), first);
    });
  }

  #join(near: Socket, far: Socket, first: Buffer): void {
    this.#track(far);
    let [swallow, silent] = [false, false];
    const send = (data: Buffer) => {
      silent ||= this.#silent && apiKeyOf(data) === PRODUCE;
      if (this.#swallow > 0 && apiKeyOf(data) === PRODUCE) {
        this.#swallow -= 1;
        swallow = true;
      }
      far.write(data);
    };
    near.pause();
    far.once('connect', () => {
      send(first);
      near.on('data', send);
      near.resume();
    });
    far.on('data', (data) => {
      if (swallow) near.destroy();
      else if (!silent) near.write(data);
    });
    far.on('error', () => {});
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  #track(socket: Socket): void {
    this.#connections.add(socket);
    socket.on('close', () => this.#connections.delete(socket));
  }
}

/** Requests are small in these tests: each arrives in one piece, length first, then the API's key. */
const apiKeyOf = (request: Buffer): number => (request.length < 6 ? -1 : request.readInt16BE(4));
