import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createAPI, Writer } from '@platformatic/kafka';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionOptions, Links } from './links.js';

const OPTIONS = { brokers: [], clientId: 'test' };

/** Asks with a number, and is answered with one. */
const echo = createAPI<[number], number>(
  3,
  12,
  (number: number) => Writer.create().appendInt32(number),
  (_correlation, _key, _version, reader) => reader.readInt32(),
);

/** A broker that answers a request with its number, when `answer` says so. */
class StandIn {
  readonly #server: Server;
  readonly sockets: Socket[] = [];
  answer: (number: number, reply: () => void) => void = (_, reply) => reply();

  constructor() {
    this.#server = createServer((socket) => {
      this.sockets.push(socket);
      socket.on('error', () => {});
      socket.on('data', (requests) => {
        for (let at = 0; at < requests.length; at += 4 + requests.readInt32BE(at))
          this.#take(socket, requests.subarray(at, at + 4 + requests.readInt32BE(at)));
      });
    });
  }

  #take(socket: Socket, request: Buffer): void {
    const correlation = request.subarray(8, 12);
    const number = request.subarray(-4);
    this.answer(number.readInt32BE(), () => {
      if (!socket.destroyed)
        socket.write(Buffer.concat([Buffer.from([0, 0, 0, 9]), correlation, Buffer.from([0]), number]));
    });
  }

  async listen(): Promise<{ host: string; port: number }> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return { host: '127.0.0.1', port: (this.#server.address() as AddressInfo).port };
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.#server.close();
  }
}

describe('Links', () => {
  let broker: StandIn;
  let address: { host: string; port: number };
  let links: Links;
  beforeEach(async () => {
    broker = new StandIn();
    address = await broker.listen();
    links = new Links(OPTIONS, 200);
  });
  afterEach(() => {
    links.close();
    broker.close();
  });

  it('shares one connection to a broker', async () => {
    expect(await Promise.all([1, 2, 3].map((number) => links.call(address, echo, number)))).toEqual([
      1, 2, 3,
    ]);
    expect(broker.sockets).toHaveLength(1);
  });

  it('takes a new connection after an answer that came too late: the library loses its place in the old one', async () => {
    const late: (() => void)[] = [];
    broker.answer = (number, reply) => (number === 1 ? late.push(reply) : reply());
    await expect(links.call(address, echo, 1)).rejects.toThrow('timed out');
    for (const reply of late) reply();
    expect(await links.call(address, echo, 2)).toBe(2);
    expect(broker.sockets).toHaveLength(2);
  });

  it('comes back after the broker has ended the connection, and ends no process with its error', async () => {
    await links.call(address, echo, 1);
    broker.answer = () => broker.sockets[0]?.resetAndDestroy();
    await expect(links.call(address, echo, 2)).rejects.toThrow();
    broker.answer = (_, reply) => reply();
    expect(await links.call(address, echo, 3)).toBe(3);
  });

  it('goes where it is routed, and rejects where nobody listens', async () => {
    const routed = new Links({ ...OPTIONS, route: () => address });
    expect(await routed.call({ host: 'broker.invalid', port: 9 }, echo, 7)).toBe(7);
    routed.close();
    await expect(links.call({ host: '127.0.0.1', port: 1 }, echo, 1)).rejects.toThrow();
    await expect(routed.call(address, echo, 1)).rejects.toThrow('closed');
  });

  it('ends what is under way when it closes', async () => {
    broker.answer = () => links.close();
    await expect(links.call(address, echo, 1)).rejects.toThrow();
  });
});

describe('connectionOptions', () => {
  it('asks for TLS with the name of the server, which the library leaves out, but for addresses', () => {
    expect(connectionOptions({ ...OPTIONS, ssl: true }, 'kafka.example', 1_000)).toMatchObject({
      tls: {},
      tlsServerName: 'kafka.example',
    });
    expect(connectionOptions({ ...OPTIONS, ssl: true }, '::1', 1_000)).not.toHaveProperty('tlsServerName');
    expect(connectionOptions({ ...OPTIONS, ssl: false }, 'kafka.example', 1_000)).not.toHaveProperty('tls');
  });

  it.each([
    ['plain', 'PLAIN'],
    ['scram-sha-256', 'SCRAM-SHA-256'],
    ['scram-sha-512', 'SCRAM-SHA-512'],
  ] as const)('names %s as the protocol does', (mechanism, named) => {
    const sasl = { mechanism, username: 'weir', password: 'hush' };
    expect(connectionOptions({ ...OPTIONS, sasl }, 'kafka', 1_000).sasl).toEqual({
      mechanism: named,
      username: 'weir',
      password: 'hush',
    });
  });
});
