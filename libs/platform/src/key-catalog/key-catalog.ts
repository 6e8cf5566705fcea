import { SCOPES, type Scope } from '@weir/contracts';
import type { Collection, Documents, Stored } from '../documents/index.js';
import { isWeirError, WeirError } from '../errors/index.js';
import { type ApiKey, hashOfKey, KEY_NAME, MAX_REQUESTS_PER_SECOND, newKey, newKeyId } from './api-key.js';

export interface KeyOrder {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdBy: string;
  /** ISO 8601; a time to come. */
  readonly expiresAt?: string;
  readonly requestsPerSecond?: number;
}

export interface CreatedKey {
  readonly record: ApiKey;
  /** `weir_<id>_<secret>`: given this once, and kept nowhere. */
  readonly key: string;
}

export interface KeyPage {
  readonly items: readonly ApiKey[];
  readonly next: string | null;
}

const PAGE = 1_000;
/** Each attempt lost is one that another caller won. */
const ATTEMPTS = 1_000;

/** API keys over Documents, as hashes. A revoked key stays in the list: who had it must be found later. */
export class KeyCatalog {
  constructor(
    private readonly documents: Documents,
    private readonly now: () => number = Date.now,
  ) {}

  /** Rejects with `WEIR_REQUEST_INVALID` for a name, a scope, a time or a rate that cannot be. */
  async create(order: KeyOrder): Promise<CreatedKey> {
    const now = this.now();
    checkOrder(order, now);
    const id = newKeyId();
    const key = newKey(id);
    const { name, scopes, createdBy, expiresAt, requestsPerSecond } = order;
    const record: ApiKey = {
      id,
      name,
      scopes: SCOPES.filter((scope) => scopes.includes(scope)),
      createdAt: new Date(now).toISOString(),
      createdBy,
      ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
      ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
      hash: hashOfKey(key).toString('hex'),
    };
    const stored = await (await this.#keys()).insert(id, record);
    return { record: stored.value, key };
  }

  /** The record, revoked, whoever else changes it at the same time; `null` where there is none. Again changes nothing. */
  async revoke(id: string): Promise<ApiKey | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const stored = await (await this.#keys()).get(id);
      if (stored === null) return null;
      if (stored.value.revokedAt !== undefined) return stored.value;
      const revoked = await this.#replace(stored, { revokedAt: new Date(this.now()).toISOString() });
      if (revoked !== null) return revoked;
    }
    throw new WeirError('WEIR_DOCUMENT_CONFLICT', `The key ${id} is being changed by others`);
  }

  /** Writes down when a key was last used. Given up where somebody changes the key: it never undoes that. */
  async touch(id: string, lastUsedAt: string): Promise<void> {
    const stored = await (await this.#keys()).get(id);
    if (stored === null || (stored.value.lastUsedAt ?? '') >= lastUsedAt) return;
    await this.#replace(stored, { lastUsedAt });
  }

  async get(id: string): Promise<ApiKey | null> {
    return (await (await this.#keys()).get(id))?.value ?? null;
  }

  /** Newest first, with those revoked and run out. */
  async list({
    after,
    limit = 100,
  }: {
    readonly after?: string;
    readonly limit?: number;
  } = {}): Promise<KeyPage> {
    const options = { order: 'descending', limit, ...(after === undefined ? {} : { after }) } as const;
    const { items, next } = await (await this.#keys()).find(options);
    return { items: items.map(({ value }) => value), next };
  }

  /** Every key there ever was. */
  async all(): Promise<ApiKey[]> {
    const keys: ApiKey[] = [];
    for (let after: string | undefined; ; ) {
      const { items, next } = await this.list({ limit: PAGE, ...(after === undefined ? {} : { after }) });
      keys.push(...items);
      if (next === null) return keys;
      after = next;
    }
  }

  /** `null` where someone else was faster. */
  async #replace({ id, value, revision }: Stored<ApiKey>, change: Partial<ApiKey>): Promise<ApiKey | null> {
    try {
      return (await (await this.#keys()).replace(id, { ...value, ...change }, revision)).value;
    } catch (error) {
      if (isWeirError(error, 'WEIR_DOCUMENT_CONFLICT')) return null;
      throw error;
    }
  }

  #keys(): Promise<Collection<ApiKey>> {
    return this.documents.collection<ApiKey>({ name: 'api_keys', indexes: [] });
  }
}

function checkOrder({ name, scopes, expiresAt, requestsPerSecond }: KeyOrder, now: number): void {
  if (!KEY_NAME.test(name)) {
    throw refuse(
      "a key's name has 1 to 100 ASCII letters, digits, spaces or ._@:+/-, and begins with one of the first two",
    );
  }
  if (scopes.length === 0 || scopes.some((scope) => !SCOPES.includes(scope))) {
    throw refuse(`a key has scopes of ${SCOPES.join(', ')}`);
  }
  if (expiresAt !== undefined && !(Date.parse(expiresAt) > now)) throw refuse('expiresAt is a time to come');
  const rate = requestsPerSecond ?? 1;
  if (!(rate > 0 && rate <= MAX_REQUESTS_PER_SECOND)) throw refuse('requestsPerSecond is above 0');
}

const refuse = (detail: string) => new WeirError('WEIR_REQUEST_INVALID', detail);
