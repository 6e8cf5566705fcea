import type { EventRecord } from '../../event-bus.js';
import { VarintReader } from '../varint.js';

const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

/** A record as a view of the bytes that were fetched: key, value and headers are made when they are asked for. */
export class RecordView implements EventRecord {
  private cachedValue: Buffer | undefined;
  private cachedHeaders: Readonly<Record<string, string>> | undefined;

  constructor(
    readonly topic: string,
    readonly partition: number,
    private readonly buffer: Buffer,
    private readonly position: number,
    readonly timestamp: number,
    private readonly keyAt: number,
    private readonly keyLength: number,
    private readonly valueAt: number,
    private readonly valueLength: number,
  ) {}

  get offset(): bigint {
    return BigInt(this.position);
  }

  get key(): Buffer | null {
    return this.keyLength < 0 ? null : this.buffer.subarray(this.keyAt, this.keyAt + this.keyLength);
  }

  get value(): Buffer | null {
    if (this.valueLength < 0) return null;
    this.cachedValue ??= this.buffer.subarray(this.valueAt, this.valueAt + this.valueLength);
    return this.cachedValue;
  }

  /** A header that is repeated counts with its last value, as in Kafka's own `lastHeader`; one without a value is left out. */
  get headers(): Readonly<Record<string, string>> {
    this.cachedHeaders ??= this.readHeaders();
    return this.cachedHeaders;
  }

  private readHeaders(): Readonly<Record<string, string>> {
    const reader = new VarintReader(this.buffer);
    reader.at = this.valueAt + Math.max(0, this.valueLength);
    const count = reader.signed();
    if (count <= 0) return NO_HEADERS;
    const headers: [string, string][] = [];
    for (let index = 0; index < count; index += 1) {
      const name = text(reader) ?? '';
      const value = text(reader);
      if (value !== undefined) headers.push([name, value]);
    }
    return Object.fromEntries(headers);
  }
}

function text(reader: VarintReader): string | undefined {
  const length = reader.signed();
  if (length < 0) return undefined;
  reader.at += length;
  return reader.buffer.toString('utf8', reader.at - length, reader.at);
}
