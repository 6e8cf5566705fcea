import { WeirError } from '@weir/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AddRouteConfig } from './route-config.js';

/** What a route takes as its body; kept in Fastify's route configuration. */
export interface BodyRules {
  /** Media types read; any other is answered 415. */
  readonly types: readonly string[];
  /** Largest body that is read into memory, in bytes. Streams have bounds of their own. */
  readonly limit: number;
  /** Whether the body may be left out. */
  readonly optional?: boolean;
}

export const MEBIBYTE = 1_048_576;
const JSON_TYPE = 'application/json';
/** Bodies that are handed on as streams, never read whole. */
export const STREAMED_TYPES = [
  'text/csv',
  'application/csv',
  'application/x-ndjson',
  'application/octet-stream',
  'application/gzip',
] as const;
export const UPLOAD_TYPES = ['multipart/form-data', ...STREAMED_TYPES] as const;

/** Names the bodies a route reads. */
export function Reads(rules: Partial<BodyRules> = {}): MethodDecorator {
  return AddRouteConfig({ body: { types: [JSON_TYPE], limit: MEBIBYTE, ...rules } });
}

interface RuledConfig {
  readonly body?: BodyRules;
}

/** Enforces each route's body rules before a byte of the body is read. To be called before the routes are made. */
export function enforceBodyRules(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const rules = (route.config as RuledConfig | undefined)?.body;
    if (rules !== undefined) route.bodyLimit = rules.limit;
  });
  server.addHook('onRequest', (request, _reply, done) => {
    const rules = (request.routeOptions.config as RuledConfig | undefined)?.body;
    done(rules === undefined ? undefined : refusalOfType(request, rules));
  });
  for (const type of STREAMED_TYPES) {
    server.addContentTypeParser(type, (_request, payload, done) => done(null, payload));
  }
}

function refusalOfType(
  request: FastifyRequest,
  { types, optional = false }: BodyRules,
): WeirError | undefined {
  const type = mediaTypeOf(request);
  if (types.includes(type)) return undefined;
  if (type === '' && optional && isEmpty(request)) return undefined;
  const got = type === '' ? 'The request has no Content-Type' : `"${type}" is not read here`;
  return new WeirError('WEIR_MEDIA_TYPE_UNSUPPORTED', `${got}; send ${types.join(', ')}`);
}

function isEmpty(request: FastifyRequest): boolean {
  return request.headers['content-length'] === '0' || !hasBody(request);
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** The request's media type without parameters, lower-case; empty where there is none. */
export function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
