/** Every view's path; the gateway answers the same ones with the page (services/gateway/src/page/page-paths.ts). */
export const PATHS = {
  check: '/',
  batch: '/batch',
  live: '/live',
  models: '/models',
  data: '/data',
  runs: '/runs',
  lists: '/lists',
  access: '/access',
  signIn: '/sign-in',
} as const;

export function modelPath(name: string, version?: number | string): string {
  const model = `${PATHS.models}/${encodeURIComponent(name)}`;
  return version === undefined ? model : `${model}/${encodeURIComponent(version)}`;
}

export function comparePath(name: string, a?: number | string, b?: number | string): string {
  const query = new URLSearchParams();
  if (a !== undefined) query.set('a', String(a));
  if (b !== undefined) query.set('b', String(b));
  const search = query.size === 0 ? '' : `?${query}`;
  return `${modelPath(name)}/compare${search}`;
}

export function runPath(id: string): string {
  return `${PATHS.runs}/${encodeURIComponent(id)}`;
}
