import { AddRouteConfig } from '../../http/route-config.js';

/** An event stream: it lasts as long as its listener stays, and is not counted among the requests under way. */
export function LongLived(): MethodDecorator {
  return AddRouteConfig({ longLived: true });
}

export function isLongLived(config: unknown): boolean {
  return (config as { readonly longLived?: boolean } | undefined)?.longLived === true;
}
