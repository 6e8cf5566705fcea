import type { OutgoingRecord } from '../../event-bus.js';
import { allHeaders } from '../../event-bus.js';
import { varintSize, writeVarint } from './varint.js';

type Headers = Readonly<Record<string, string>>;

/** The headers of a record as they stand in it, their number first. */
export type HeaderBlock = Buffer;

const NONE: HeaderBlock = Buffer.from([0]);

/** Encodes headers; those that many records share only once. */
export class HeaderEncoder {
  readonly #shared = new WeakMap<Headers, HeaderBlock>();

  encode(record: OutgoingRecord): HeaderBlock {
    const { headers, sharedHeaders } = record;
    if (sharedHeaders === undefined) return headers === undefined ? NONE : encodeHeaders(headers);
    if (headers !== undefined) return encodeHeaders(allHeaders(record) ?? {});
    const known = this.#shared.get(sharedHeaders);
    if (known !== undefined) return known;
    const block = encodeHeaders(sharedHeaders);
    this.#shared.set(sharedHeaders, block);
    return block;
  }
}

export function encodeHeaders(headers: Headers): HeaderBlock {
  const names = Object.keys(headers);
  if (names.length === 0) return NONE;
  const texts = names.flatMap((name) => [name, headers[name] ?? '']);
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const size = lengths.reduce((sum, length) => sum + varintSize(length) + length, varintSize(names.length));
  const block = Buffer.allocUnsafe(size);
  let at = writeVarint(block, 0, names.length);
  for (const [index, text] of texts.entries()) {
    at = writeVarint(block, at, lengths[index] ?? 0);
    at += block.write(text, at);
  }
  return block;
}
