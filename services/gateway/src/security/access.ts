import type { Scope } from '@weir/contracts';
import { AddRouteConfig } from '../http/route-config.js';

/** Who may use a route: the holders of a scope, or anybody. */
export type Access = Scope | 'public';

/** The scope that a route's users need. */
export function Needs(scope: Scope): MethodDecorator {
  return AddRouteConfig({ access: scope });
}

/** A route for everybody, key or not: the page's files, documents, health. */
export function Public(): MethodDecorator {
  return AddRouteConfig({ access: 'public' });
}

/** What a route declares; undefined where it declares nothing. */
export function accessOf(config: unknown): Access | undefined {
  return (config as { readonly access?: Access } | undefined)?.access;
}
