import { createWeirClient } from '@weir/client';

let csrfToken: string | undefined;

/** What `GET /v1/session` gave: sent along with whatever changes something. */
export function keepCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** For the one request that does not go through the client: an upload that shows its progress. */
export function csrfHeaders(): Record<string, string> {
  return csrfToken === undefined ? {} : { 'x-csrf-token': csrfToken };
}

/**
 * Every route of the gateway that serves this page. It repeats nothing by itself: queries and mutations do, so that the
 * page can say that they do.
 */
export const client = createWeirClient({ gateway: '', retry: false, csrfToken: () => csrfToken });
