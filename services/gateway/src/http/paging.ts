import { createHash } from 'node:crypto';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type {
  FastifyInstance,
  FastifyRequest,
  preSerializationHookHandler,
  preValidationHookHandler,
  RouteOptions,
} from 'fastify';
import { invalidRequest, issue } from './request-validation.js';

const DEFAULT_LIMIT = 50;
/** Lists that the ids of their records say nothing of: those go out with the list's tag. */
const TAGGED: readonly string[] = [
  '/v1/audit',
  '/v1/drift',
  '/v1/lists/:list',
  '/v1/models',
  '/v1/models/:name',
  '/v1/reports',
  '/v1/runs',
  '/v1/snapshots',
];
const TAG_CHARACTERS = 8;
/** Lists whose cursors are ids of a shape that no other cursor has. */
const SHAPED = new Map<string, RegExp>([
  ['/v1/jobs', /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/],
  ['/v1/keys', /^[\da-f]{20}$/],
]);

/** `?limit=&cursor=` of every list. */
export class PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1_000) limit?: number;
  /** `next` of the page before. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(512) cursor?: string;
}

/** The same, filtered by feature schema. */
export class ListQuery extends PageQuery {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(100) schema?: string;
}

export interface PageOptions {
  readonly limit: number;
  readonly after?: string;
  readonly schema?: string;
}

/** The query as the catalogues take it. */
export function pageOptions({ limit, cursor, schema }: ListQuery): PageOptions {
  return {
    limit: limit ?? DEFAULT_LIMIT,
    ...(cursor === undefined ? {} : { after: cursor }),
    ...(schema === undefined ? {} : { schema }),
  };
}

/**
 * Has each list take its own cursors alone: what is of another is refused with `WEIR_REQUEST_INVALID`. The record itself
 * may be gone by then. To be called before the routes are made.
 */
export function guardCursors(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (![route.method].flat().some((method) => method === 'GET' || method === 'HEAD')) return;
    const shape = SHAPED.get(route.url);
    if (shape !== undefined) checkCursor(route, (cursor) => (shape.test(cursor) ? cursor : undefined));
    if (!TAGGED.includes(route.url)) return;
    checkCursor(route, (cursor, request) => {
      const tag = tagOf(request);
      return cursor.startsWith(tag) ? cursor.slice(tag.length) : undefined;
    });
    route.preSerialization = [route.preSerialization ?? []].flat().concat(tagNext);
  });
}

/** `read` gives the id in a cursor; undefined where it is not one of the list. */
function checkCursor(
  route: RouteOptions,
  read: (cursor: string, request: FastifyRequest) => string | undefined,
): void {
  const check: preValidationHookHandler = (request, _reply, done) => {
    const query = request.query as { cursor?: unknown };
    // What is no text is refused with the rest of the query.
    if (typeof query.cursor !== 'string' || query.cursor === '') return done();
    query.cursor = read(query.cursor, request);
    if (query.cursor !== undefined) return done();
    done(invalidRequest([issue('cursor', 'isCursor', 'cursor is not one of this list')]));
  };
  route.preValidation = [route.preValidation ?? []].flat().concat(check);
}

const tagNext: preSerializationHookHandler<unknown> = (request, _reply, payload, done) => {
  const next = (payload as { readonly next?: unknown } | null)?.next;
  if (typeof next !== 'string') return done(null, payload);
  done(null, { ...(payload as object), next: `${tagOf(request)}${next}` });
};

/** The same for every spelling of the list's path, whatever its filters: an id stands at one place among all. */
function tagOf({ routeOptions, params }: FastifyRequest): string {
  const list = JSON.stringify([routeOptions.url, params]);
  return `${createHash('sha256').update(list).digest('base64url').slice(0, TAG_CHARACTERS)}.`;
}
