export { unwrap, unwrapJson, unwrapResponse, WeirApiError } from '@weir/client';
export { client } from './client.js';
export { type ListPage, type Pages, usePages } from './pages.js';
export { passes, type Told, tell } from './problem.js';
export { mayRetry, retryDelay } from './queries.js';
export { type Scope, type Session, useCan, useSession, useSigning } from './session.js';
