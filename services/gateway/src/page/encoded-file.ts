import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { StaticFile } from './static-folder.js';

export type Encoding = 'br' | 'gzip' | 'identity';

export interface EncodedFile {
  readonly type: string;
  readonly encoding: Encoding;
  readonly bytes: Buffer;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/** Below that, a compressed file saves no packet. */
const LEAST_BYTES = 1_024;
const COMPRESSIBLE = /^(text\/|image\/svg)/;

/** Files as browsers take them, each compressed once. */
export class EncodedFiles {
  readonly #compressed = new WeakMap<StaticFile, Map<Encoding, Promise<Buffer>>>();

  /** The file in the smallest encoding that `Accept-Encoding` allows. */
  async encoded(file: StaticFile, acceptEncoding: string | undefined): Promise<EncodedFile> {
    const { type, bytes } = file;
    const isWorthIt = bytes.length >= LEAST_BYTES && COMPRESSIBLE.test(type);
    const encoding = isWorthIt ? encodingOf(acceptEncoding) : 'identity';
    if (encoding === 'identity') return { type, encoding, bytes };
    return { type, encoding, bytes: await this.#compress(file, encoding) };
  }

  #compress(file: StaticFile, encoding: 'br' | 'gzip'): Promise<Buffer> {
    const known = this.#compressed.get(file) ?? new Map<Encoding, Promise<Buffer>>();
    this.#compressed.set(file, known);
    const compressed = known.get(encoding) ?? (encoding === 'br' ? asBrotli(file.bytes) : zip(file.bytes));
    known.set(encoding, compressed);
    return compressed;
  }
}

function asBrotli(bytes: Buffer): Promise<Buffer> {
  return brotli(bytes, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_QUALITY]: 10 },
  });
}

/** `q=0` refuses an encoding; browsers send nothing else that would matter here. */
function encodingOf(acceptEncoding = ''): Encoding {
  const accepted = acceptEncoding.toLowerCase().split(',');
  const takes = (name: string) =>
    accepted.some((each) => {
      const [encoding = '', quality = ''] = each.split(';').map((part) => part.trim());
      return encoding === name && !/^q=0(\.0*)?$/.test(quality);
    });
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'identity';
}
