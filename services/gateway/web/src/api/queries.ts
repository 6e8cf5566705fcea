import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { WeirApiError } from '@weir/client';
import { askToSignIn } from '../routing/sign-in-path.js';
import { passes } from './problem.js';

/** The key of `GET /v1/session` among the queries. */
export const SESSION = ['session'];
const MOST_TRIES = 5;
const LONGEST_WAIT_MS = 15_000;
/** Longer than a view's own second look at the same data; every change asks again at once. */
const FRESH_MS = 5_000;

/** Tries again what may pass by itself: inference away, too many requests, a lost connection. */
export function mayRetry(failures: number, error: Error): boolean {
  return failures < MOST_TRIES && passes(error);
}

/** As the gateway asks with `Retry-After`; otherwise each wait is twice as long as the one before. */
export function retryDelay(failures: number, error: Error): number {
  const asked = error instanceof WeirApiError ? error.retryAfter : undefined;
  return Math.min(asked === undefined ? 1_000 * 2 ** failures : asked * 1_000, LONGEST_WAIT_MS);
}

export function createQueries(): QueryClient {
  const onError = (error: Error): void => {
    if (!(error instanceof WeirApiError) || error.status !== 401) return;
    void queries.invalidateQueries({ queryKey: SESSION });
    askToSignIn();
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: mayRetry, retryDelay, staleTime: FRESH_MS },
      mutations: { retry: false, retryDelay },
    },
  });
  return queries;
}
