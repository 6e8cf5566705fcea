import { connect } from 'node:net';
import type { Resolver } from '../dns/resolver.js';
import type { Dial } from '../guard/guarded-connection.js';

/** Public addresses of the tests; no packet ever goes there. */
export const PUBLIC_ADDRESS = '93.184.215.14';
export const OTHER_ADDRESS = '2606:2800:21f:cb07:6820:80da:af6b:8b2c';

/**
 * An Internet of the test's own: names have the addresses it says, and a connection to an address ends at the loopback
 * port that stands behind it. The guard is the real one: it judges the addresses that the test gave.
 */
export class TestNetwork {
  /** Names that were looked up, in order. */
  readonly lookups: string[] = [];
  /** `address port` of each connection, in order. */
  readonly dialled: string[] = [];
  readonly #names = new Map<string, (readonly string[] | Error)[]>();
  readonly #ports = new Map<string, number>();

  /** What a name leads to: one answer for each lookup in turn, the last for ever. */
  name(hostname: string, ...answers: (readonly string[] | Error)[]): this {
    this.#names.set(hostname, answers);
    return this;
  }

  /** Where a connection to `address` and `port` ends. */
  host(address: string, port: number, loopbackPort: number): this {
    this.#ports.set(`${address} ${port}`, loopbackPort);
    return this;
  }

  readonly resolver: Resolver = {
    resolve: async (hostname, signal) => {
      signal.throwIfAborted();
      this.lookups.push(hostname);
      const answers = this.#names.get(hostname) ?? [[]];
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer ?? [];
    },
  };

  readonly dial: Dial = (address, port) => {
    const place = `${address} ${port}`;
    this.dialled.push(place);
    // Port 1 of the loopback: nobody listens.
    return connect({ host: '127.0.0.1', port: this.#ports.get(place) ?? 1 });
  };
}
