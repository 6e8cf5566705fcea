import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyRequest } from 'fastify';

/** Adds to a route's Fastify configuration. Nest's own decorator replaces it, so that the last one would win. */
export function AddRouteConfig(config: object): MethodDecorator {
  return (target, property, descriptor) => {
    const handler = descriptor.value as object;
    const known: object = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) ?? {};
    RouteConfig({ ...known, ...config })(target, property, descriptor);
  };
}

/** The configuration of the route that a request is for. */
export function routeConfigOf(request: FastifyRequest): unknown {
  return request.routeOptions.config;
}
