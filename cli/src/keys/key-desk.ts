/** A key as lists tell it: never the key itself. */
export interface KeyEntry {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt?: string;
  readonly requestsPerSecond?: number;
  readonly lastUsedAt?: string;
  readonly revokedAt?: string;
}

export interface KeyOrder {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt?: string;
  readonly requestsPerSecond?: number;
}

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
