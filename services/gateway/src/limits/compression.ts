import { constants } from 'node:zlib';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const THRESHOLD_BYTES = 1_024;
/** Text that is worth it; event streams must not wait for a full block, and models are not text. */
const COMPRESSED =
  /^(?:text\/(?!event-stream)|application\/(?:[a-z.+-]*json|javascript|x-ndjson)|image\/svg\+xml)/;
/** Files that are taken away whole. */
const DOWNLOAD = '/download';
/** Answers of a million rows: packing them well takes longer than making them. */
const OF_ROWS: readonly string[] = ['/predict', '/v1/predictions/:schema', '/v1/jobs/:id/result'];

const brotliOf = (quality: number) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

const COMPRESSION: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  threshold: THRESHOLD_BYTES,
  customTypes: COMPRESSED,
  brotliOptions: brotliOf(4),
};
const FAST: FastifyCompressOptions = {
  ...COMPRESSION,
  brotliOptions: brotliOf(1),
  zlibOptions: { level: 1 },
};

/** Compresses answers that clients accept compressed. Streams stay streams. To be called before the routes are made. */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', (route) => {
    if (route.url.endsWith(DOWNLOAD)) route.compress = false;
    if (OF_ROWS.includes(route.url)) route.compress = FAST;
  });
  await server.register(compress, { ...COMPRESSION, globalCompression: true, globalDecompression: false });
}
