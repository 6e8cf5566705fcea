import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AddRouteConfig } from '../route-config.js';
import { entityTag, isAmong, tagsOf } from './entity-tag.js';

interface TaggedConfig {
  readonly tagged?: true;
}

/** A GET that is answered with an `ETag`, and 304 to those who have the same already. */
export function Tagged(): MethodDecorator {
  return applyDecorators(
    AddRouteConfig({ tagged: true } satisfies TaggedConfig),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The `ETag` of an answer one has: 304 where nothing changed since',
    }),
    ApiResponse({ status: 304, description: 'What the client has is what there is' }),
  );
}

/**
 * Tags the answers of {@link Tagged} routes by their bytes, unless the route has set a tag. To be called before answers
 * are compressed: the tag is the representation's, in whatever coding it travels.
 */
export function tagAnswers(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload: unknown, done) => {
    const isTagged = (request.routeOptions.config as TaggedConfig | undefined)?.tagged === true;
    if (!isTagged || reply.statusCode !== 200 || !(typeof payload === 'string' || Buffer.isBuffer(payload)))
      return done(null, payload);
    const tag = tagOf(reply, payload);
    // Kept by the reader's own browser only, and asked about each time.
    reply.header('cache-control', 'private, no-cache');
    if (!isKnownTo(request, tag)) return done(null, payload);
    reply.status(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

function tagOf(reply: FastifyReply, payload: string | Buffer): string {
  const own = reply.getHeader('etag');
  if (typeof own === 'string') return own;
  const tag = entityTag(payload);
  reply.header('etag', tag);
  return tag;
}

function isKnownTo({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers['if-none-match'];
  const tags = known === undefined ? null : tagsOf(known);
  return tags !== null && isAmong(tag, tags);
}
