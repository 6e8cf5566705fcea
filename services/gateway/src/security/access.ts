import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Scope } from '@weir/contracts';
import { AddRouteConfig } from '../http/route-config.js';

/** Who may use a route: the holders of a scope, or anybody. */
export type Access = Scope | 'public';

/** The member of an OpenAPI operation that names the scope its users need. */
export const SCOPE_EXTENSION = 'x-weir-scope';

/** The scope that a route's users need. */
export function Needs(scope: Scope): MethodDecorator {
  return applyDecorators(AddRouteConfig({ access: scope }), ApiExtension(SCOPE_EXTENSION, scope));
}

/** A route for everybody, key or not: the page's files, documents, health. */
export function Public(): MethodDecorator {
  return AddRouteConfig({ access: 'public' });
}

/** What a route declares; undefined where it declares nothing. */
export function accessOf(config: unknown): Access | undefined {
  return (config as { readonly access?: Access } | undefined)?.access;
}
