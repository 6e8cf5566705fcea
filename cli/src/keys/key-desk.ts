import type { components } from '@weir/client';

/** A key as lists tell it: never the key itself. */
export type KeyEntry = components['schemas']['KeyResponse'];
export type KeyOrder = components['schemas']['KeyRequest'];
export type Scope = KeyOrder['scopes'][number];

/** Where keys are made and revoked: a gateway, or the store itself. */
export interface KeyDesk {
  /** For whoever reads standard error. */
  readonly place: string;
  create(order: KeyOrder): Promise<KeyEntry & { readonly key: string }>;
  list(): Promise<readonly KeyEntry[]>;
  /** Throws `WEIR_NOT_FOUND` where there is none. */
  revoke(id: string): Promise<void>;
  close(): Promise<void>;
}
