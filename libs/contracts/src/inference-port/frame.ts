/**
 * A binary message: the length of a preamble in bytes (32 bits), the preamble as JSON, padded with spaces to a multiple
 * of four bytes, then the payload. All numbers are little-endian.
 */
export interface Frame {
  readonly preamble: Readonly<Record<string, unknown>>;
  readonly payload: Uint8Array;
}

const LENGTH_BYTES = 4;

/** A message with room for `payloadBytes`, and where they begin: always at a multiple of four. */
export function openFrame(preamble: object, payloadBytes: number): { message: Uint8Array; payload: number } {
  const json = Buffer.from(JSON.stringify(preamble));
  const padded = Math.ceil(json.length / 4) * 4;
  const payload = LENGTH_BYTES + padded;
  // Of its own memory, not of Node's shared pool: the payload is then aligned.
  const message = Buffer.allocUnsafeSlow(payload + payloadBytes);
  message.writeUInt32LE(padded, 0);
  message.fill(0x20, LENGTH_BYTES + json.length, payload);
  json.copy(message, LENGTH_BYTES);
  return { message, payload };
}

/** Throws `RangeError` where the bytes are no frame. */
export function readFrame(bytes: Uint8Array): Frame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < LENGTH_BYTES ? Number.NaN : LENGTH_BYTES + view.getUint32(0, true);
  if (!(end <= bytes.length)) throw new RangeError('the message is shorter than its preamble');
  const preamble = parse(bytes.subarray(LENGTH_BYTES, end));
  if (typeof preamble !== 'object' || preamble === null || Array.isArray(preamble))
    throw new RangeError('the preamble is not a JSON object');
  return { preamble: preamble as Frame['preamble'], payload: bytes.subarray(end) };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RangeError('the preamble is not JSON');
  }
}
