/** What the page answers itself; its own router (services/gateway/web/src/routing/views.tsx) tells the views apart. */
export const PAGE_PATHS = [
  '',
  'batch',
  'live',
  'models',
  'models/*',
  'data',
  'data/*',
  'runs',
  'runs/*',
  'lists',
  'access',
  'sign-in',
] as const;
