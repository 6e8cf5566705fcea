import type { EventRecord } from '../../event-bus.js';
import { Cursor } from './cursor.js';

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

/** A record of a fetched batch. Headers are read when they are asked for: most handlers never do. */
export class BatchRecord implements EventRecord {
  readonly #bytes: Buffer;
  readonly #headersAt: number;
  #headers: Readonly<Record<string, string>> | undefined;

  constructor(
    readonly topic: string,
    readonly partition: number,
    readonly offset: bigint,
    readonly key: Buffer | null,
    readonly value: Buffer | null,
    readonly timestamp: number,
    bytes: Buffer,
    headersAt: number,
  ) {
    this.#bytes = bytes;
    this.#headersAt = headersAt;
  }

  /** A header that is repeated counts with its last value, as in Kafka's own `lastHeader`; one without a value is left out. */
  get headers(): Readonly<Record<string, string>> {
    this.#headers ??= this.#readHeaders();
    return this.#headers;
  }

  #readHeaders(): Readonly<Record<string, string>> {
    const cursor = new Cursor(this.#bytes);
    cursor.at = this.#headersAt;
    const count = cursor.varint();
    if (count <= 0) return NO_HEADERS;
    const texts: [string, string][] = [];
    for (let index = 0; index < count; index++) {
      const name = cursor.text();
      const value = cursor.field();
      if (value !== null) texts.push([name, value.toString()]);
    }
    return Object.fromEntries(texts);
  }
}
