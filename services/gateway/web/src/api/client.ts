import { createWeirClient } from '@weir/client';

let csrfToken: string | undefined;

/** What `GET /v1/session` gave: sent along with whatever changes something. */
export function keepCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/**
 * Every route of the gateway that serves this page. It repeats nothing by itself: queries and mutations do, so that the
 * page can say that they do.
 */
export const client = createWeirClient({ gateway: '', retry: false, csrfToken: () => csrfToken });
