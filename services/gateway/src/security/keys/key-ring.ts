import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  type ApiKey,
  hashOfKey,
  idOfKey,
  isSameHash,
  KeyCatalog,
  LOGGER,
  type Logger,
  type ReadinessCheck,
} from '@weir/platform';
import type { Principal } from '../principal.js';
import { HELD_PROCESS_KEY, type HeldKey, heldKey } from './held-key.js';
import { LastUses } from './last-uses.js';
import { PROCESS_KEY } from './process-key.js';

/** A key made or revoked on another replica counts here within this time. */
const REFRESH_MS = 2_000;
/** A view older than this is told of by readiness. */
const STALE_MS = 5 * REFRESH_MS;

/**
 * The keys as this process sees them: read every two seconds, asked on every request. While Documents are away the last
 * view stays in force.
 */
@Injectable()
export class KeyRing implements OnApplicationBootstrap, OnApplicationShutdown, ReadinessCheck {
  readonly name = 'keys';
  /** Stands in for the hash of an id that nobody has, so that it takes as long as one that is there. */
  readonly #decoy = randomBytes(32);
  readonly #uses: LastUses;
  #held: ReadonlyMap<string, HeldKey> = new Map();
  #readAt: number | undefined;
  #hasKeys = false;
  #changes = 0;
  #isFailing = false;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | undefined;

  constructor(
    private readonly keys: KeyCatalog,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.#uses = new LastUses(keys, logger);
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#tick(), REFRESH_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#uses.write(this.#held);
  }

  /** Whether the keys were ever read: before, nobody knows whether there are any. */
  get isKnown(): boolean {
    return this.#readAt !== undefined;
  }

  /** Whether there is a key, or ever was one: revoking the last or its running out opens nothing. */
  get hasKeys(): boolean {
    return this.#hasKeys;
  }

  /** Keys that open something now. */
  get inForce(): number {
    return [...this.#held.values()].filter(({ endsAt }) => endsAt > Date.now()).length;
  }

  /** Whose key it is; `null` for any other text. Takes as long for an id that is there as for one that is not. */
  holderOf(key: string): Principal | null {
    const id = idOfKey(key);
    if (id === null) return null;
    const held = this.#find(id);
    if (!isSameHash(hashOfKey(key), held?.hash ?? this.#decoy) || held === undefined) return null;
    return this.#use(id, held) ? held.asKey : null;
  }

  /** Whose session it is: that of the key it was opened with, while that key is in force. */
  sessionOf(id: string): Principal | null {
    const held = this.#find(id);
    return held !== undefined && this.#use(id, held) ? held.asSession : null;
  }

  /** When the key runs out by itself: ISO 8601. */
  expiryOf(id: string): string | undefined {
    return this.#find(id)?.expiresAt;
  }

  /** Whether who asked then may still ask: the key is in force; or there is still no key. */
  stillHolds({ kind, keyId }: Principal): boolean {
    if (keyId === undefined) return kind === 'open' && !this.#hasKeys;
    return (this.#find(keyId)?.endsAt ?? 0) > Date.now();
  }

  /** Takes in a key that this process made or revoked, at once. */
  take(record: ApiKey): void {
    this.#changes += 1;
    this.#held = new Map(this.#held).set(record.id, heldKey(record, Date.now()));
    this.#hasKeys = true;
  }

  /** Reads the keys anew. Never rejects: what could not be read leaves the last view in force. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** For readiness: rejects where the keys were never read, or not for a while. */
  async check(): Promise<void> {
    if (this.#readAt === undefined)
      throw new Error('the API keys were not read yet: only public routes answer');
    const age = Date.now() - this.#readAt;
    if (age > STALE_MS) throw new Error(`the API keys are as they were ${Math.round(age / 1_000)} s ago`);
  }

  async #tick(): Promise<void> {
    await this.refresh();
    await this.#uses.write(this.#held);
  }

  async #read(): Promise<void> {
    const changes = this.#changes;
    try {
      const records = await this.keys.all();
      // What was taken in meanwhile may not stand in what was read.
      if (changes === this.#changes) this.#view(records);
      this.#readAt = Date.now();
      if (this.#isFailing) this.logger.info('the API keys are read again');
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing)
        this.logger.warn({ err: error }, 'the API keys cannot be read: the last view stays');
      this.#isFailing = true;
    }
  }

  #view(records: readonly ApiKey[]): void {
    const now = Date.now();
    this.#held = new Map(records.map((record) => [record.id, heldKey(record, now)]));
    if (records.length === 0 || this.#hasKeys) return;
    this.#hasKeys = true;
    if (this.isKnown) this.logger.info('a first API key is there: every request needs one from now on');
  }

  #find(id: string): HeldKey | undefined {
    return id === PROCESS_KEY.id ? HELD_PROCESS_KEY : this.#held.get(id);
  }

  /** Whether it is in force; if so, it was used now. */
  #use(id: string, { endsAt }: HeldKey): boolean {
    const now = Date.now();
    if (endsAt <= now) return false;
    this.#uses.note(id, now);
    return true;
  }
}
