import { isIP } from 'node:net';
import { type APIWithPromise, Connection, type ConnectionOptions } from '@platformatic/kafka';
import type { BrokerAddress, PlatformaticBusOptions } from '../platformatic-options.js';
import { isAnswer } from '../protocol-errors.js';

const CONNECT_TIMEOUT_MS = 3_000;
export const REQUEST_TIMEOUT_MS = 20_000;
/** Callers bound what they have under way themselves. */
const MAX_IN_FLIGHT = 1_000;

export interface CallableApi<Arguments extends unknown[], Response> {
  readonly async: APIWithPromise<Arguments, Response>;
}

/**
 * Connections to brokers for one purpose, one each, opened when first used. A broker answers the requests of a
 * connection one after the other: what waits at the broker (a fetch, a join) has links of its own, to hold up nothing.
 */
export class Links {
  readonly #open = new Map<string, Promise<Connection>>();
  #closed = false;

  constructor(
    private readonly options: PlatformaticBusOptions,
    private readonly requestTimeoutMs = REQUEST_TIMEOUT_MS,
  ) {}

  /** Rejects with the broker's error, or with the connection's, which is closed then. */
  async call<Arguments extends unknown[], Response>(
    broker: BrokerAddress,
    api: CallableApi<Arguments, Response>,
    ...parameters: Arguments
  ): Promise<Response> {
    const connection = await this.#connected(broker);
    try {
      return await api.async(connection, ...parameters);
    } catch (error) {
      // After a timeout the library loses its place in the stream of answers: the connection is of no more use.
      if (!isAnswer(error)) this.#drop(broker, connection);
      throw error;
    }
  }

  /** Ends every connection; what is under way fails. */
  close(): void {
    this.#closed = true;
    this.reset();
  }

  /** Ends every connection; new ones are made when needed. */
  reset(): void {
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const opening of open) void opening.then(end, () => {});
  }

  #connected(broker: BrokerAddress): Promise<Connection> {
    if (this.#closed) return Promise.reject(new Error('the bus is closed'));
    const key = keyOf(broker);
    const known = this.#open.get(key);
    if (known !== undefined) return known;
    const opening = this.#connect(broker, () => {
      if (this.#open.get(key) === opening) this.#open.delete(key);
    });
    this.#open.set(key, opening);
    return opening;
  }

  async #connect(broker: BrokerAddress, gone: () => void): Promise<Connection> {
    const { host, port } = this.options.route?.(broker) ?? broker;
    const connection = new Connection(
      this.options.clientId,
      connectionOptions(this.options, broker.host, this.requestTimeoutMs),
    );
    // Without a listener an error event would end the process.
    connection.on('error', gone);
    connection.on('close', gone);
    try {
      await connection.connect(host, port);
    } catch (error) {
      gone();
      end(connection);
      throw error;
    }
    if (this.#closed) {
      end(connection);
      throw new Error('the bus is closed');
    }
    return connection;
  }

  #drop(broker: BrokerAddress, connection: Connection): void {
    const key = keyOf(broker);
    void this.#open
      .get(key)
      ?.then((current) => {
        if (current === connection) this.#open.delete(key);
      })
      .catch(() => {});
    end(connection);
  }
}

const keyOf = ({ host, port }: BrokerAddress): string => `${host}:${port}`;

/** At once: an orderly end would wait for a broker that may not answer any more. */
function end(connection: Connection): void {
  (connection.socket as Connection['socket'] | undefined)?.destroy();
}

/** What the library is told for a connection. It sends no name of the server with TLS by itself. */
export function connectionOptions(
  { ssl, sasl }: PlatformaticBusOptions,
  host: string,
  requestTimeout: number,
): ConnectionOptions {
  const options: ConnectionOptions = {
    connectTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout,
    maxInflights: MAX_IN_FLIGHT,
  };
  if (ssl === true) {
    options.tls = {};
    if (isIP(host) === 0) options.tlsServerName = host;
  }
  if (sasl !== undefined)
    options.sasl = {
      mechanism: SASL_MECHANISMS[sasl.mechanism],
      username: sasl.username,
      password: sasl.password,
    };
  return options;
}

const SASL_MECHANISMS = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
} as const;
