/** Whether a route's configuration has `stream: true`: it lasts as long as its listener stays. */
export function isLongLived(config: unknown): boolean {
  return (config as { readonly stream?: boolean } | undefined)?.stream === true;
}
