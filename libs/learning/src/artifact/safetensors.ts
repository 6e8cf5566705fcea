import { LearningError } from '../errors.js';

/** Element types used, with the names and little-endian layouts of the safetensors format. */
const ELEMENTS = {
  F64: Float64Array,
  F32: Float32Array,
  I32: Int32Array,
  U32: Uint32Array,
  I8: Int8Array,
  U8: Uint8Array,
} as const;

export type DType = keyof typeof ELEMENTS;
export type TensorData = Float64Array | Float32Array | Int32Array | Uint32Array | Int8Array | Uint8Array;

export interface Tensor {
  readonly shape: readonly number[];
  readonly data: TensorData;
}

export interface TensorFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: Readonly<Record<string, Tensor>>;
}

/** A header larger than this is refused unread, against files made to exhaust memory. */
export const MAX_HEADER_BYTES = 16 * 1024 * 1024;
const LENGTH_BYTES = 8;
const METADATA = '__metadata__';

interface Entry {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

export function dtypeOf(data: TensorData): DType {
  if (data instanceof Float64Array) return 'F64';
  if (data instanceof Float32Array) return 'F32';
  if (data instanceof Int32Array) return 'I32';
  if (data instanceof Uint32Array) return 'U32';
  return data instanceof Int8Array ? 'I8' : 'U8';
}

/** Names in the order of the data: wide elements first, so that each tensor is aligned; then by name. */
function dataOrder(tensors: TensorFile['tensors']): string[] {
  const width = (name: string) => tensors[name]!.data.BYTES_PER_ELEMENT;
  return Object.keys(tensors).sort((a, b) => width(b) - width(a) || (a < b ? -1 : 1));
}

function sortedRecord<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Writes a safetensors file (huggingface/safetensors, format of 0.3 and later). Equal content gives equal bytes:
 * header keys are sorted, and the header is padded with spaces to a multiple of 8.
 */
export function encodeTensors({ metadata, tensors }: TensorFile): Uint8Array {
  const entries: Record<string, Entry> = {};
  const order = dataOrder(tensors);
  let end = 0;
  for (const name of order) {
    const { data, shape } = tensors[name]!;
    entries[name] = { dtype: dtypeOf(data), shape, data_offsets: [end, end + data.byteLength] };
    end += data.byteLength;
  }
  const header = JSON.stringify({ [METADATA]: sortedRecord(metadata), ...sortedRecord(entries) });
  const text = new TextEncoder().encode(header);
  const headerBytes = Math.ceil(text.length / 8) * 8;
  const bytes = new Uint8Array(LENGTH_BYTES + headerBytes + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true);
  bytes.set(text, LENGTH_BYTES);
  bytes.fill(0x20, LENGTH_BYTES + text.length, LENGTH_BYTES + headerBytes);
  for (const name of order) {
    const { data } = tensors[name]!;
    const at = LENGTH_BYTES + headerBytes + entries[name]!.data_offsets[0];
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
  }
  return bytes;
}

function headerFault(detail: string, cause?: unknown): LearningError {
  return new LearningError('LEARN_ARTIFACT_HEADER', detail, { cause });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseHeader(bytes: Uint8Array): { header: Record<string, unknown>; dataStart: number } {
  if (bytes.length < LENGTH_BYTES)
    throw new LearningError('LEARN_ARTIFACT_TRUNCATED', `${bytes.length} bytes`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(MAX_HEADER_BYTES)) throw headerFault(`it claims ${length} bytes of header`);
  const dataStart = LENGTH_BYTES + Number(length);
  if (bytes.length < dataStart) throw new LearningError('LEARN_ARTIFACT_TRUNCATED', 'inside the header');
  let header: unknown;
  try {
    header = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, dataStart)),
    );
  } catch (error) {
    throw headerFault('it is not JSON', error);
  }
  if (!isRecord(header)) throw headerFault('it is not an object');
  return { header, dataStart };
}

function parseMetadata(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (!isRecord(value)) throw headerFault(`${METADATA} is not an object`);
  const metadata: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') throw headerFault(`${METADATA}.${key} is not a string`);
    metadata[key] = text;
  }
  return metadata;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function parseEntry(name: string, value: unknown): Entry {
  const fault = (detail: string) => new LearningError('LEARN_ARTIFACT_TENSOR', `${name}: ${detail}`);
  if (!isRecord(value)) throw fault('no description');
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !Object.hasOwn(ELEMENTS, dtype)) throw fault(`type ${String(dtype)}`);
  if (!Array.isArray(shape) || !shape.every(isCount)) throw fault('shape');
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) throw fault('offsets');
  const [from, to] = offsets as [number, number];
  const elements = (shape as number[]).reduce((product, size) => product * size, 1);
  if (to - from !== elements * ELEMENTS[dtype as DType].BYTES_PER_ELEMENT)
    throw fault('length differs from its shape');
  return { dtype: dtype as DType, shape: shape as number[], data_offsets: [from, to] };
}

/** Tensors must fill the data without gap or overlap, as the format demands. */
function assertContiguous(entries: Map<string, Entry>, dataBytes: number): void {
  const ranges = [...entries].sort(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  let end = 0;
  for (const [name, { data_offsets: offsets }] of ranges) {
    if (offsets[0] !== end)
      throw new LearningError('LEARN_ARTIFACT_TENSOR', `${name}: gap or overlap at ${end}`);
    end = offsets[1];
  }
  if (end > dataBytes)
    throw new LearningError('LEARN_ARTIFACT_TRUNCATED', `${dataBytes} of ${end} bytes of data`);
  if (end < dataBytes)
    throw new LearningError('LEARN_ARTIFACT_TENSOR', `${dataBytes - end} bytes belong to no tensor`);
}

/**
 * Reads a safetensors file; the tensors are copies. Throws `LEARN_ARTIFACT_TRUNCATED`, `LEARN_ARTIFACT_HEADER` or
 * `LEARN_ARTIFACT_TENSOR`.
 */
export function decodeTensors(bytes: Uint8Array): TensorFile {
  const { header, dataStart } = parseHeader(bytes);
  const metadata = parseMetadata(header[METADATA]);
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(header)) {
    if (name !== METADATA) entries.set(name, parseEntry(name, value));
  }
  assertContiguous(entries, bytes.length - dataStart);
  const tensors: Record<string, Tensor> = Object.create(null);
  for (const [name, { dtype, shape, data_offsets: offsets }] of entries) {
    const copy = bytes.slice(dataStart + offsets[0], dataStart + offsets[1]);
    tensors[name] = {
      shape,
      data: new ELEMENTS[dtype](
        copy.buffer,
        copy.byteOffset,
        copy.length / ELEMENTS[dtype].BYTES_PER_ELEMENT,
      ),
    };
  }
  return { metadata, tensors };
}
