import { WeirError } from '@weir/platform';
import type { FastifyInstance } from 'fastify';

/** Refuses compressed bodies: what unpacks to a thousand times its size would pass every bound on what is sent. */
export function refuseContentEncodings(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding.trim().toLowerCase() === 'identity') return done();
    // RFC 9110, section 12.5.3: in an answer 415 it names what would have been read.
    reply.header('accept-encoding', 'identity');
    done(
      new WeirError(
        'WEIR_MEDIA_TYPE_UNSUPPORTED',
        'A body with a Content-Encoding is not read; send it as it is, or data for a snapshot as application/gzip',
      ),
    );
  });
}
