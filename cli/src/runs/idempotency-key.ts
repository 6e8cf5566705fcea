import { randomUUID } from 'node:crypto';

/** A header by which a request that is sent twice is done once. */
export function idempotencyKey(): { readonly 'idempotency-key': string } {
  return { 'idempotency-key': randomUUID() };
}
