import { type components, unwrap } from '@weir/client';
import { client, type Pages, type Scope, usePages } from '../../api/index.js';

/** A key as the gateway lists it; never the key itself. */
export type Key = components['schemas']['KeyResponse'];
/** With the key itself, `weir_<id>_<secret>`, this once. */
export type CreatedKey = components['schemas']['CreatedKeyResponse'];
export type KeyPage = components['schemas']['KeyListResponse'];

/** All that is known of keys is asked for anew once one is made or revoked. */
export const KEYS = ['keys'];

const PAGE = 50;

/** Newest first, with those revoked. */
export function useKeys(): Pages<KeyPage> {
  return usePages({
    key: KEYS,
    ask: (cursor, signal) => {
      const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      return unwrap(client.GET('/v1/keys', { params: { query }, signal }));
    },
  });
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** ISO 8601; never where absent. */
  readonly expiresAt?: string;
}

export function createKey({ scopes, ...rest }: NewKey): Promise<CreatedKey> {
  return unwrap(client.POST('/v1/keys', { body: { ...rest, scopes: [...scopes] } }));
}

export async function revokeKey({ id }: Pick<Key, 'id'>): Promise<void> {
  await unwrap(client.DELETE('/v1/keys/{id}', { params: { path: { id } } }));
}
