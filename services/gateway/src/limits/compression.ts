import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

const THRESHOLD_BYTES = 1_024;
/** Text that is worth it; event streams must not wait for a full block, and models are not text. */
const COMPRESSED =
  /^(?:text\/(?!event-stream)|application\/(?:[a-z.+-]*json|javascript|x-ndjson)|image\/svg\+xml)/;
/** Files that are taken away whole. */
const DOWNLOAD = '/download';

/** Compresses answers that clients accept compressed. Streams stay streams. To be called before the routes are made. */
export async function compressAnswers(server: FastifyInstance): Promise<void> {
  server.addHook('onRoute', (route) => {
    if (route.url.endsWith(DOWNLOAD)) route.compress = false;
  });
  await server.register(compress, {
    globalCompression: true,
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    threshold: THRESHOLD_BYTES,
    customTypes: COMPRESSED,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}
